import { consumer } from '@vinculo/platform/events/consumer';
import { scheduleReminder } from '@vinculo/records/reminders/schedule-reminder';
import { catalogue } from '@vinculo/sales/catalogue';

export const handler = consumer('schedule-reminder', (ctx, event) => scheduleReminder(ctx, catalogue, event));
