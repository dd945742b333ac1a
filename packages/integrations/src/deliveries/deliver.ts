import type { TenantContext } from '@vinculo/platform/context';
import { commit } from '@vinculo/platform/events/commit';
import { type DomainEvent, eventSchema } from '@vinculo/platform/events/envelope';
import { post } from '@vinculo/platform/outgoing/post';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item, Write } from '@vinculo/platform/table/writes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { webhookDisabled } from '../webhooks/events';
import type { WebhookItem } from '../webhooks/items';
import { webhookKey } from '../webhooks/keys';
import { attempt, type Outcome, type Send } from './attempt';
import { claim, end, hold, isWanted, unchanged } from './claim';
import { accessOfWebhook, readerOf } from './endpoint-context';
import { disabling, noteFailure, noteSuccess } from './health';
import type { DeliveryItem } from './items';
import { deliveryKey } from './keys';
import type { DeliveryMessage } from './messages';
import { type Payload, payloadOf } from './payload';
import { askForRetry } from './retry';
import { nextAttemptAt } from './retry-schedule';

export interface DeliverOptions {
  send?: Send;
  random?: () => number;
}

/**
 * Makes one attempt to deliver an event to an endpoint: claimed, sent, marked. At least once: an attempt that died
 * before its mark is made again. A message that is stale does nothing (D9).
 */
export async function deliverWebhook(
  ctx: TenantContext,
  catalogue: Catalogue,
  message: DeliveryMessage,
  { send = post, random = Math.random }: DeliverOptions = {},
): Promise<void> {
  const { webhook, delivery } = await read(ctx, message);
  if (!webhook || !delivery || !isWanted(delivery, message, ctx.clock.now())) return;
  if (webhook.status === 'paused') return hold(ctx, delivery, message);
  if (webhook.status === 'disabled') return end(ctx, delivery, 'disabled');
  const claimed = await claim(ctx, delivery, message);
  const payload = await readPayload(ctx, catalogue, webhook, claimed, message.eventId);
  if (!payload) return end(ctx, claimed, 'hidden');
  const outcome = await attempt(ctx, webhook, message.eventId, payload, send);
  await note(ctx, webhook, claimed, message, outcome, random());
}

async function read(ctx: TenantContext, { webhookId, eventId }: DeliveryMessage) {
  const keys = [webhookKey(webhookId), deliveryKey(webhookId, eventId)];
  const items = await ctx.table.batchGet(keys, { consistent: true });
  return {
    webhook: items.find((item): item is WebhookItem => item.kind === 'webhook'),
    delivery: items.find((item): item is DeliveryItem => item.kind === 'webhook_delivery'),
  };
}

async function readPayload(
  ctx: TenantContext,
  catalogue: Catalogue,
  webhook: WebhookItem,
  { subject }: DeliveryItem,
  eventId: string,
): Promise<Payload | undefined> {
  const event = await readEvent(ctx, subject.id, eventId);
  const access = await accessOfWebhook(ctx, webhook);
  return event && access && payloadOf(catalogue, [readerOf(webhook, access)], event);
}

/** The event as its outbox item has it; none when it was erased since. */
export async function readEvent(
  ctx: TenantContext,
  subjectId: string,
  eventId: string,
): Promise<DomainEvent | undefined> {
  const item = await ctx.table.get<Item & { event?: object }>({ pk: subjectId, sk: `event#${eventId}` });
  return item?.event && eventSchema.parse({ ...item.event, tenantId: ctx.tenantId });
}

async function note(
  ctx: TenantContext,
  webhook: WebhookItem,
  claimed: DeliveryItem,
  message: DeliveryMessage,
  { isSuccess, isGone, retryAfter, ...last }: Outcome,
  random: number,
): Promise<void> {
  const { claimedAt: _, nextAttemptAt: __, ...kept } = claimed;
  const attempts = claimed.attempts + 1;
  const tried = { ...kept, attempts, last };
  if (isSuccess) {
    await mark(ctx, claimed, { ...tried, status: 'delivered' });
    return noteSuccess(ctx, webhook);
  }
  if (isGone) return markGone(ctx, webhook, claimed, { ...tried, status: 'failed', failure: 'gone' });
  const failures = attempts - claimed.attemptsBefore;
  const at = nextAttemptAt({ failures, now: ctx.clock.now(), retryAfter, random });
  if (at) {
    await askForRetry(ctx, { ...message, attempts }, at);
    await mark(ctx, claimed, { ...tried, nextAttemptAt: at.toISOString() });
  } else await mark(ctx, claimed, { ...tried, status: 'failed', failure: 'exhausted' });
  await noteFailure(ctx, webhook);
}

async function mark(ctx: TenantContext, claimed: DeliveryItem, next: DeliveryItem): Promise<void> {
  await ctx.table.transact([{ put: next, if: unchanged(claimed) }]);
}

/** The receiver said that it is gone: the mark and the end of the endpoint are one transaction. */
async function markGone(
  ctx: TenantContext,
  webhook: WebhookItem,
  claimed: DeliveryItem,
  next: DeliveryItem,
): Promise<void> {
  const disabled = { at: ctx.clock.now().toISOString(), reason: 'gone' as const };
  const marked: Write = { put: next, if: unchanged(claimed) };
  try {
    await commit(ctx, [marked, disabling(webhook, disabled)], [webhookDisabled(webhook, disabled)]);
  } catch (error) {
    if (!(error instanceof ConditionFailedError) || error.failed.includes(0)) throw error;
    // Somebody changed the endpoint meanwhile, perhaps to where it is now.
    await ctx.table.transact([marked]);
  }
}
