import type { UserContext } from '@vinculo/identity/access/user-context';
import { NotFoundError } from '@vinculo/platform/errors';
import { openCursor, sealCursor } from '@vinculo/platform/http/cursor';
import { isIdOf } from '@vinculo/platform/ids';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { readWebhook } from '../webhooks/service';
import { bodyOf } from './attempt';
import { readEvent } from './deliver';
import { accessOfWebhook, readerOf } from './endpoint-context';
import { type DeliveryItem, eventIdOf, isKept } from './items';
import { DELIVERY_PREFIX, deliveryKey, messageIdOf } from './keys';
import { payloadOf } from './payload';
import type { Delivery, DeliveryDetail, DeliveryQuery } from './schema';

/** How many deliveries one page looks at to find those with a status. */
const READ_BUDGET = 1_000;

/** A page of an endpoint's log, newest event first. With a status a page may be short and still have a next one. */
export async function listDeliveries(
  ctx: UserContext,
  webhookId: string,
  { status, limit, cursor }: DeliveryQuery,
): Promise<{ items: Delivery[]; nextCursor: string | null }> {
  await readWebhook(ctx, webhookId);
  const scope = { deliveries: webhookId, status };
  const before = cursor === undefined ? undefined : String(openCursor(ctx.tenant.secret, scope, cursor));
  const found: DeliveryItem[] = [];
  let looked = 0;
  let last: string | undefined;
  const all = ctx.table.queryAll<DeliveryItem>({
    pk: webhookId,
    sk: { beginsWith: DELIVERY_PREFIX },
    startKey: before === undefined ? undefined : { pk: webhookId, sk: before },
    reverse: true,
    limit: status === undefined ? limit + 1 : READ_BUDGET,
  });
  for await (const item of all) {
    if (found.length === limit || looked === READ_BUDGET) {
      return { items: found.map(toDelivery), nextCursor: sealCursor(ctx.tenant.secret, scope, last) };
    }
    looked++;
    last = item.sk;
    if (isKept(item, ctx.clock.now()) && (status === undefined || item.status === status)) found.push(item);
  }
  return { items: found.map(toDelivery), nextCursor: null };
}

/** One delivery with its request, as far as both the endpoint and the reader may see the event (S10). Throws 404. */
export async function getDelivery(
  ctx: UserContext,
  catalogue: Catalogue,
  webhookId: string,
  eventId: string,
): Promise<DeliveryDetail> {
  const webhook = await readWebhook(ctx, webhookId);
  const item = await readDelivery(ctx, webhookId, eventId);
  const event = await readEvent(ctx, item.subject.id, eventId);
  const access = await accessOfWebhook(ctx, webhook);
  const payload = event && access && payloadOf(catalogue, [readerOf(webhook, access), ctx], event);
  return { ...toDelivery(item), request: payload ? bodyOf(payload) : null };
}

/** Throws 404, also for what is older than the log. */
export async function readDelivery(
  ctx: UserContext,
  webhookId: string,
  eventId: string,
): Promise<DeliveryItem> {
  const item = isIdOf('evt', eventId)
    ? await ctx.table.get<DeliveryItem>(deliveryKey(webhookId, eventId))
    : undefined;
  if (!item || !isKept(item, ctx.clock.now())) throw new NotFoundError();
  return item;
}

function toDelivery(item: DeliveryItem): Delivery {
  const { pk: webhookId, eventType, subject, at, status, attempts, last } = item;
  const eventId = eventIdOf(item);
  return {
    id: eventId,
    messageId: messageIdOf({ webhookId, eventId }),
    eventType,
    recordType: subject.type,
    recordId: subject.id,
    ...{ at, status, attempts },
    nextAttemptAt: item.nextAttemptAt ?? null,
    failure: item.failure ?? null,
    lastAttempt: last
      ? { ...last, status: last.status ?? null, error: last.error ?? null, response: last.response ?? null }
      : null,
  };
}
