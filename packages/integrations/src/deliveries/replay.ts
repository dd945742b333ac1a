import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { lowestEventId } from '@vinculo/platform/ids';
import * as z from 'zod';
import { WEBHOOK_RESUMED } from '../webhooks/events';
import { type DeliveryItem, eventIdOf, isKept, KEPT_DAYS } from './items';
import { DELIVERY_PREFIX } from './keys';
import { DELIVERY_QUEUE, REPLAY_QUEUE, type ReplayMessage } from './messages';

const PAGE = 100;

const requestSchema = z.union([
  z.object({ eventId: z.string(), attempts: z.number() }),
  z.object({ since: z.string(), until: z.string() }),
]);

/** Hands on what was asked for: one delivery, the failed ones of a span, or what waited while an endpoint was paused. */
export async function queueReplay({ tenantId, ports }: TenantContext, event: DomainEvent): Promise<void> {
  const webhookId = event.subject.id;
  if (event.type === WEBHOOK_RESUMED) {
    const since = new Date(Date.parse(event.at) - KEPT_DAYS * 86_400_000).toISOString();
    const body: ReplayMessage = { webhookId, status: 'pending', since, until: event.at };
    return ports.queues.send(REPLAY_QUEUE, { tenantId, body });
  }
  const asked = requestSchema.parse(event.data);
  if ('eventId' in asked) {
    return ports.queues.send(DELIVERY_QUEUE, { tenantId, body: { webhookId, ...asked, isReplay: true } });
  }
  return ports.queues.send(REPLAY_QUEUE, { tenantId, body: { webhookId, status: 'failed', ...asked } });
}

/** Sends a message for each delivery of a page, and another for the next page. Sent twice, a message does nothing. */
export async function replayDeliveries(ctx: TenantContext, message: ReplayMessage): Promise<void> {
  const { tenantId, ports, clock } = ctx;
  const { webhookId, status, since, until, after } = message;
  const page = await ctx.table.query<DeliveryItem>({
    pk: webhookId,
    sk: { between: [keyAt(new Date(since)), keyAt(new Date(Date.parse(until) + 1))] },
    startKey: after === undefined ? undefined : { pk: webhookId, sk: after },
    limit: PAGE,
    consistent: true,
  });
  for (const delivery of page.items) {
    if (delivery.status !== status || !isKept(delivery, clock.now())) continue;
    const body = { webhookId, eventId: eventIdOf(delivery), attempts: delivery.attempts };
    const isReplay = status === 'failed';
    await ports.queues.send(DELIVERY_QUEUE, { tenantId, body: { ...body, isReplay } });
  }
  const last = page.lastKey?.sk;
  if (last !== undefined)
    await ports.queues.send(REPLAY_QUEUE, { tenantId, body: { ...message, after: last } });
}

function keyAt(at: Date): string {
  return DELIVERY_PREFIX + lowestEventId(at);
}
