import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { messageIdOf } from './keys';
import { DELIVERY_QUEUE, type DeliveryMessage, deliveryMessageSchema } from './messages';

export const RETRY_TIMER = 'webhook.retry';

/** What a queue can delay a message by. */
const LONGEST_DELAY_MS = 15 * 60_000;
const NAME = /^webhook#(evt_\w+)-(whk_\w+)#(\d+)$/;

/**
 * Has the next attempt made at a time. It is asked for before the failed one is noted: whatever dies in between, there
 * is a message for it, and one too many does nothing.
 */
export async function askForRetry(ctx: TenantContext, message: DeliveryMessage, at: Date): Promise<void> {
  const { tenantId, ports, clock } = ctx;
  const { webhookId, eventId, attempts } = message;
  const delayMs = at.getTime() - clock.now().getTime();
  if (delayMs <= LONGEST_DELAY_MS) {
    const delaySeconds = Math.ceil(delayMs / 1000);
    await ports.queues.send(DELIVERY_QUEUE, {
      tenantId,
      body: { webhookId, eventId, attempts },
      delaySeconds,
    });
    return;
  }
  await ports.schedules.set({
    tenantId,
    name: `webhook#${messageIdOf(message)}#${attempts}`,
    at,
    timer: RETRY_TIMER,
    subject: { type: 'webhook', id: webhookId },
  });
}

/** Turns a timer that is due into the message that it stood for. */
export async function queueRetry({ tenantId, ports }: TenantContext, event: DomainEvent): Promise<void> {
  const [, eventId, webhookId, attempts] = NAME.exec(String(event.data.name)) ?? [];
  const body = deliveryMessageSchema.parse({ eventId, webhookId, attempts: Number(attempts) });
  await ports.queues.send(DELIVERY_QUEUE, { tenantId, body });
}
