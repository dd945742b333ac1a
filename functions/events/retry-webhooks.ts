import { queueRetry } from '@vinculo/integrations/deliveries/retry';
import { consumer } from '@vinculo/platform/events/consumer';

export const handler = consumer('retry-webhooks', queueRetry);
