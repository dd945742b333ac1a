import type { Clock } from '../clock';
import { recentlyUsed } from '../recently-used';
import type { Item, TenantTable } from '../table/tenant-table';
import { availableIn, capacityOf, LEASE_MS, msUntil, type Rate, takeFrom } from './bucket';

/** A bucket of a tenant: its own, or that of one of its users or keys. */
export interface Metered {
  tenantId: string;
  name: string;
  rate: Rate;
}

/** Where to find it. */
export interface Storage {
  table: TenantTable;
  clock: Clock;
}

export interface Reading {
  isAdmitted: boolean;
  /** Tokens left, as far as this process knows: others may have taken some. */
  remaining: number;
  /** Until a refused request could be admitted. */
  retryAfterMs: number;
}

/** What a process holds of one bucket: numbers, and nothing that a tenant stored (T6). */
interface Lease {
  left: number;
  endsAtMs: number;
  /** How many tokens to take next time: as many as lately were spent, so that idle processes hold few. */
  wanted: number;
  fullAtMs: number | undefined;
  renewing: Promise<boolean> | undefined;
}

const FEWEST = 5;
const MOST_LEASES = 10_000;
const MOST_RACES = 8;
const KEPT_SECONDS = 3600;

/**
 * Admits requests by token buckets in the table. A process takes a slice of tokens with one conditional write and spends
 * it by itself, so most requests cost no round trip (T7).
 */
export class RateLimiter {
  /** Tokens of a lease that is forgotten are not spent, so it errs to the safe side. */
  readonly #leaseOf = recentlyUsed(MOST_LEASES, newLease);

  /** Spends tokens, or says when there will be enough. */
  async take(metered: Metered, cost: number, storage: Storage): Promise<Reading> {
    const { tenantId, name, rate } = metered;
    const lease = this.#leaseOf(`${tenantId}#${name}`);
    for (;;) {
      const nowMs = storage.clock.now().getTime();
      if (nowMs >= lease.endsAtMs) {
        if (lease.left > 0) lease.wanted = FEWEST;
        lease.left = 0;
      }
      if (lease.left >= cost) {
        lease.left -= cost;
        return { isAdmitted: true, remaining: remainingOf(lease, rate, nowMs), retryAfterMs: 0 };
      }
      const missing = cost - lease.left;
      // A bucket never holds more than this process remembers, so a refusal needs no look at it.
      const isEmpty = lease.fullAtMs !== undefined && availableIn(rate, lease.fullAtMs, nowMs) < missing;
      if (isEmpty) return refusal(lease, rate, nowMs, missing);
      lease.renewing ??= renew(lease, metered, missing, storage).finally(() => {
        lease.renewing = undefined;
      });
      if (!(await lease.renewing)) return refusal(lease, rate, nowMs, missing);
    }
  }
}

const newLease = (): Lease => ({
  left: 0,
  endsAtMs: 0,
  wanted: FEWEST,
  fullAtMs: undefined,
  renewing: undefined,
});

interface BucketItem extends Item {
  fullAtMs: number;
}

/** Takes a slice out of the bucket; false when others were faster every time. */
async function renew(
  lease: Lease,
  { name, rate }: Metered,
  missing: number,
  { table, clock }: Storage,
): Promise<boolean> {
  const key = { pk: `rate#${name}`, sk: 'bucket' };
  let isKnown = lease.fullAtMs !== undefined;
  for (let race = 0; race < MOST_RACES; race++) {
    if (!isKnown) lease.fullAtMs = (await table.get<BucketItem>(key))?.fullAtMs;
    const nowMs = clock.now().getTime();
    const before = lease.fullAtMs ?? 0;
    const available = availableIn(rate, before, nowMs);
    // The caller's next look says no, and when.
    if (available < missing) {
      lease.fullAtMs = before;
      return true;
    }
    const tokens = Math.min(available, Math.max(missing, lease.wanted));
    const fullAtMs = takeFrom(rate, before, nowMs, tokens);
    const put = { ...key, kind: 'rate', fullAtMs, expiresAt: Math.ceil(fullAtMs / 1000) + KEPT_SECONDS };
    const condition = lease.fullAtMs === undefined ? 'absent' : { equals: { fullAtMs: lease.fullAtMs } };
    if (await table.put(put, condition)) {
      // What was left of the lease before keeps its end.
      lease.endsAtMs = lease.left > 0 ? lease.endsAtMs : nowMs + LEASE_MS;
      lease.left += tokens;
      lease.fullAtMs = fullAtMs;
      lease.wanted = Math.min(2 * tokens, Math.max(FEWEST, Math.floor(capacityOf(rate) / 8)));
      return true;
    }
    isKnown = false;
  }
  return false;
}

function refusal(lease: Lease, rate: Rate, nowMs: number, missing: number): Reading {
  const retryAfterMs = Math.max(1, msUntil(rate, lease.fullAtMs ?? 0, nowMs, missing));
  return { isAdmitted: false, remaining: remainingOf(lease, rate, nowMs), retryAfterMs };
}

function remainingOf({ left, fullAtMs = 0 }: Lease, rate: Rate, nowMs: number): number {
  return left + availableIn(rate, fullAtMs, nowMs);
}
