import type { TenantContext } from '@vinculo/platform/context';
import { DeliveryRunningError } from '@vinculo/platform/events/delivery';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import { type DeliveryItem, isKept } from './items';
import type { DeliveryMessage } from './messages';

/** Longer than any attempt runs. */
const ATTEMPT_MS = 2 * 60_000;

/** A message ahead of what is noted means that an attempt was made and died before it was; that one is made again. */
export function isWanted(delivery: DeliveryItem, message: DeliveryMessage, now: Date): boolean {
  if (!isKept(delivery, now) || message.attempts < delivery.attempts) return false;
  return delivery.status === 'pending' || message.isReplay === true;
}

/**
 * Takes a delivery for one attempt. Throws while another one may still be running, so that the message comes back when
 * that must be over.
 */
export async function claim(
  ctx: TenantContext,
  delivery: DeliveryItem,
  message: DeliveryMessage,
): Promise<DeliveryItem> {
  const now = ctx.clock.now();
  const { claimedAt } = delivery;
  if (claimedAt !== undefined && now.getTime() - Date.parse(claimedAt) < ATTEMPT_MS) {
    throw new DeliveryRunningError(delivery.sk);
  }
  const claimed = { ...waiting(delivery, message), claimedAt: now.toISOString() };
  try {
    await ctx.table.transact([{ put: claimed, if: unchanged(delivery) }]);
  } catch (error) {
    throw error instanceof ConditionFailedError ? new DeliveryRunningError(delivery.sk) : error;
  }
  return claimed;
}

/** Keeps a replay of what is at rest for when the endpoint is active again. */
export async function hold(
  ctx: TenantContext,
  delivery: DeliveryItem,
  message: DeliveryMessage,
): Promise<void> {
  if (delivery.status === 'pending') return;
  await putUnlessChanged(ctx, { put: waiting(delivery, message), if: unchanged(delivery) });
}

/** Ends a delivery that no attempt is made of. */
export async function end(
  ctx: TenantContext,
  delivery: DeliveryItem,
  failure: NonNullable<DeliveryItem['failure']>,
): Promise<void> {
  const { claimedAt: _, nextAttemptAt: __, ...kept } = delivery;
  await putUnlessChanged(ctx, { put: { ...kept, status: 'failed', failure }, if: unchanged(delivery) });
}

/** Whether nothing happened to a delivery since it was read. */
export function unchanged({ attempts, status, claimedAt }: DeliveryItem) {
  return { equals: { attempts, status, claimedAt } };
}

function waiting(delivery: DeliveryItem, { isReplay = false }: DeliveryMessage): DeliveryItem {
  const { failure: _, ...kept } = delivery;
  return { ...kept, status: 'pending', ...(isReplay ? { attemptsBefore: delivery.attempts } : {}) };
}

async function putUnlessChanged(ctx: TenantContext, write: Write): Promise<void> {
  try {
    await ctx.table.transact([write]);
  } catch (error) {
    // Whoever was faster decided.
    if (!(error instanceof ConditionFailedError)) throw error;
  }
}
