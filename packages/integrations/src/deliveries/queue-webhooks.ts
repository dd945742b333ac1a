import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { TEST_REQUESTED } from '../webhooks/events';
import { isTaken, mayTake } from '../webhooks/filters';
import type { WebhookItem } from '../webhooks/items';
import { findWebhook, listWebhookItems } from '../webhooks/repository';
import { accessOfWebhook, readerOf } from './endpoint-context';
import { newDelivery } from './items';
import { DELIVERY_QUEUE } from './messages';
import { isForWebhooks, payloadOf, TEST_TYPE } from './payload';

/**
 * Puts an event on the way to each endpoint that wants it: a delivery in the endpoint's log, once however often the
 * event comes, and a message for the worker in the tenant's group (T8). A tenant without endpoints costs half a read
 * unit, and an event that is not for endpoints nothing.
 */
export async function queueWebhooks(
  ctx: TenantContext,
  catalogue: Catalogue,
  event: DomainEvent,
): Promise<void> {
  if (!isForWebhooks(catalogue, event)) return;
  if (event.type === TEST_REQUESTED) {
    const webhook = await findWebhook(ctx, event.subject.id);
    if (webhook) await queue(ctx, webhook, TEST_TYPE, event);
    return;
  }
  for (const webhook of await listWebhookItems(ctx, { consistent: false })) {
    if (webhook.status === 'disabled' || !mayTake(webhook.filters, event.type)) continue;
    if (await isWanted(ctx, catalogue, webhook, event)) await queue(ctx, webhook, event.type, event);
  }
}

/** Judged by what the endpoint may see, so that not even the change of a hidden field can be told from a message. */
async function isWanted(
  ctx: TenantContext,
  catalogue: Catalogue,
  webhook: WebhookItem,
  event: DomainEvent,
): Promise<boolean> {
  const access = await accessOfWebhook(ctx, webhook);
  const payload = access && payloadOf(catalogue, [readerOf(webhook, access)], event);
  if (!payload) return false;
  return isTaken(webhook.filters, { type: event.type, fields: Object.keys(payload.data.changes ?? {}) });
}

async function queue(
  ctx: TenantContext,
  { sk: webhookId }: WebhookItem,
  eventType: string,
  event: DomainEvent,
): Promise<void> {
  try {
    await ctx.table.transact([{ put: newDelivery(webhookId, eventType, event), if: 'absent' }]);
  } catch (error) {
    // An earlier attempt at this event wrote it, and may have died before the message.
    if (!(error instanceof ConditionFailedError)) throw error;
  }
  const { tenantId, ports } = ctx;
  await ports.queues.send(DELIVERY_QUEUE, { tenantId, body: { webhookId, eventId: event.id, attempts: 0 } });
}
