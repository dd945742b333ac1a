import { consumer } from '@vinculo/platform/events/consumer';
import { loadSystemContext } from '@vinculo/records/records/system-context';
import { keepTotals } from '@vinculo/sales/totals/keep-totals';

export const handler = consumer('keep-pipeline-totals', async (ctx, event) => {
  await keepTotals(await loadSystemContext(ctx), event);
});
