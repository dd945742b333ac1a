import { notifyDisabled } from '@vinculo/integrations/webhooks/notify-disabled';
import { consumer } from '@vinculo/platform/events/consumer';

export const handler = consumer('notify-webhook-disabled', notifyDisabled);
