import { consumer } from '@vinculo/platform/events/consumer';
import { loadSystemContext } from '@vinculo/records/records/system-context';
import { scheduleRotting } from '@vinculo/sales/rotting/schedule-rotting';

export const handler = consumer('schedule-rotting', async (ctx, event) => {
  await scheduleRotting(await loadSystemContext(ctx), event);
});
