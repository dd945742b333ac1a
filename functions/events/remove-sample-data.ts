import { consumer } from '@vinculo/platform/events/consumer';
import { loadSystemContext } from '@vinculo/records/records/system-context';
import { removeSampleData } from '@vinculo/sales/sample-data/remove';

export const handler = consumer('remove-sample-data', async (ctx, event) => {
  await removeSampleData(await loadSystemContext(ctx), event);
});
