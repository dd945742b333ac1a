import type { TenantContext } from '../context';
import { ConditionFailedError } from '../table/failures';
import type { Item } from '../table/writes';

interface DeliveryItem extends Item {
  claimedAt: string;
  sentAt?: string;
  expiresAt: number;
}

/** Longer than any attempt runs. */
const ATTEMPT_MS = 2 * 60_000;
const KEPT_DAYS = 30;

/**
 * Has an effect outside the table, as a mail, once for each `id` under retries and concurrent deliveries: claimed, then
 * done, then marked. An attempt that died between doing and marking is made again, so the effect is at least once.
 * Throws while another attempt may still be running, so that the message comes back later.
 */
export async function deliverOnce(
  ctx: TenantContext,
  id: string,
  name: string,
  send: () => Promise<void>,
): Promise<void> {
  const key = { pk: id, sk: `delivery#${name}` };
  const claim = await claimDelivery(ctx, key);
  if (!claim) return;
  try {
    await send();
  } catch (error) {
    await ctx.table.batchWrite([{ delete: key }]);
    throw error;
  }
  await ctx.table.batchWrite([{ put: { ...claim, sentAt: ctx.clock.now().toISOString() } }]);
}

/** Undefined when there is nothing left to do. */
async function claimDelivery(
  ctx: TenantContext,
  key: { pk: string; sk: string },
): Promise<DeliveryItem | undefined> {
  const now = ctx.clock.now();
  const before = await ctx.table.get<DeliveryItem>(key);
  if (before?.sentAt) return undefined;
  if (before && now.getTime() - Date.parse(before.claimedAt) < ATTEMPT_MS)
    throw new DeliveryRunningError(key.pk);
  const claim: DeliveryItem = {
    ...key,
    kind: 'delivery',
    claimedAt: now.toISOString(),
    expiresAt: Math.floor(now.getTime() / 1000) + KEPT_DAYS * 86_400,
  };
  try {
    await ctx.table.transact([
      { put: claim, if: before ? { equals: { claimedAt: before.claimedAt, sentAt: undefined } } : 'absent' },
    ]);
  } catch (error) {
    throw error instanceof ConditionFailedError ? new DeliveryRunningError(key.pk) : error;
  }
  return claim;
}

/** Another attempt holds the delivery; the queue brings the message back when that one must be over. */
export class DeliveryRunningError extends Error {
  constructor(id: string) {
    super(`${id} is being delivered`);
    this.name = 'DeliveryRunningError';
  }
}
