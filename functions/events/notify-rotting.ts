import { consumer } from '@vinculo/platform/events/consumer';
import { loadSystemContext } from '@vinculo/records/records/system-context';
import { notifyRotting } from '@vinculo/sales/rotting/notify-rotting';

export const handler = consumer('notify-rotting', async (ctx, event) => {
  await notifyRotting(await loadSystemContext(ctx), event);
});
