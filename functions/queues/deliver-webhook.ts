import { deliverWebhook } from '@vinculo/integrations/deliveries/deliver';
import { deliveryMessageSchema } from '@vinculo/integrations/deliveries/messages';
import { worker } from '@vinculo/platform/events/consumer';
import { catalogue } from '@vinculo/sales/catalogue';

export const handler = worker('deliver-webhook', deliveryMessageSchema, (ctx, message) =>
  deliverWebhook(ctx, catalogue, message),
);
