import { consumer } from '@vinculo/platform/events/consumer';
import { notifyReminder } from '@vinculo/records/reminders/notify-reminder';
import { catalogue } from '@vinculo/sales/catalogue';

export const handler = consumer('notify-reminder', (ctx, event) => notifyReminder(ctx, catalogue, event));
