import { queueReplay } from '@vinculo/integrations/deliveries/replay';
import { consumer } from '@vinculo/platform/events/consumer';

export const handler = consumer('queue-webhook-replays', queueReplay);
