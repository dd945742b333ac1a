import { queueWebhooks } from '@vinculo/integrations/deliveries/queue-webhooks';
import { consumer } from '@vinculo/platform/events/consumer';
import { catalogue } from '@vinculo/sales/catalogue';

export const handler = consumer('queue-webhooks', (ctx, event) => queueWebhooks(ctx, catalogue, event));
