import { consumer } from '@vinculo/platform/events/consumer';
import { loadSystemContext } from '@vinculo/records/records/system-context';
import { followLead } from '@vinculo/sales/conversion/follow-lead';

export const handler = consumer('follow-converted-lead', async (ctx, event) => {
  await followLead(await loadSystemContext(ctx), event);
});
