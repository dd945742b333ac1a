import { consumer } from '@vinculo/platform/events/consumer';
import { notifyAssignment } from '@vinculo/records/notifications/notify-assignment';
import { catalogue } from '@vinculo/sales/catalogue';

export const handler = consumer('notify-assignment', (ctx, event) => notifyAssignment(ctx, catalogue, event));
