import { replayMessageSchema } from '@vinculo/integrations/deliveries/messages';
import { replayDeliveries } from '@vinculo/integrations/deliveries/replay';
import { worker } from '@vinculo/platform/events/consumer';

export const handler = worker('replay-webhooks', replayMessageSchema, replayDeliveries);
