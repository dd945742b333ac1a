import { consumer } from '@vinculo/platform/events/consumer';
import { loadSystemContext } from '@vinculo/records/records/system-context';
import { loadSampleData } from '@vinculo/sales/sample-data/load';

export const handler = consumer('load-sample-data', async (ctx, event) => {
  // A tenant that was signed up empty stays so.
  if (event.type === 'tenant.activated' && event.data.sampleData !== true) return;
  await loadSampleData(await loadSystemContext(ctx), event);
});
