import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item, Key, TenantTable } from '../table/tenant-table';
import type { Condition } from '../table/writes';
import { capacityOf, type Rate } from './bucket';
import { RateLimiter } from './rate-limiter';

const RATE: Rate = { perSecond: 10, burst: 300 };

/** Tenants' tables as far as the limiter uses them, on which time passes only when a test says so. */
function createWorld() {
  const items = new Map<string, Item>();
  let nowMs = 1_000_000;
  let calls = 0;
  function storageOf(tenantId: string) {
    const idOf = ({ pk, sk }: Key) => `${tenantId} ${pk} ${sk}`;
    const table = {
      get: async (key: Key) => {
        calls++;
        return items.get(idOf(key));
      },
      put: async (item: Item, condition: Condition) => {
        calls++;
        const found = items.get(idOf(item));
        const isAsExpected =
          condition === 'absent'
            ? !found
            : typeof condition === 'object' &&
              'equals' in condition &&
              found?.fullAtMs === condition.equals.fullAtMs;
        if (isAsExpected) items.set(idOf(item), item);
        return isAsExpected;
      },
    } as unknown as TenantTable;
    return { table, clock: { now: () => new Date(nowMs) } };
  }
  return {
    storageOf,
    pass: (ms: number) => {
      nowMs += ms;
    },
    now: () => nowMs,
    calls: () => calls,
  };
}

/** By how much the busiest span of time that ends now is over burst + rate × t. */
function overflow() {
  let level = 0;
  let lastMs = 0;
  return (nowMs: number, admitted: number) => {
    level = Math.max(0, level - (RATE.perSecond * (nowMs - lastMs)) / 1000) + admitted;
    lastMs = nowMs;
    return level - RATE.burst;
  };
}

const metered = (tenantId: string, rate = RATE) => ({ tenantId, name: 'tenant', rate });

describe('several processes', () => {
  const steps = fc.array(
    fc.record({
      process: fc.nat(3),
      tenant: fc.constantFrom('ten_a' as const, 'ten_b' as const),
      cost: fc.constantFrom(1, 1, 1, 7, 100),
      passMs: fc.constantFrom(0, 0, 0, 3, 200, 5_000, 12_000),
      requests: fc.integer({ min: 1, max: 60 }),
    }),
    { maxLength: 60 },
  );

  it('admit no more than burst + rate × t in any span of time, whoever asks (T7)', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const world = createWorld();
        const limiters = Array.from({ length: 4 }, () => new RateLimiter());
        const over = { ten_a: overflow(), ten_b: overflow() };
        for (const { process, tenant, cost, passMs, requests } of sequence) {
          world.pass(passMs);
          const limiter = limiters[process] ?? new RateLimiter();
          const ask = () => limiter.take(metered(tenant), cost, world.storageOf(tenant));
          const readings = await Promise.all(Array.from({ length: requests }, ask));
          const admitted = readings.filter(({ isAdmitted }) => isAdmitted).length;
          expect(over[tenant](world.now(), admitted * cost)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leave other tenants what is theirs while one asks without end (T7)', async () => {
    const world = createWorld();
    const limiter = new RateLimiter();
    const ask = async (tenantId: string, times: number) => {
      let admitted = 0;
      for (let n = 0; n < times; n++) {
        const { isAdmitted } = await limiter.take(metered(tenantId), 1, world.storageOf(tenantId));
        if (isAdmitted) admitted++;
      }
      return admitted;
    };
    expect(await ask('ten_loud', 5_000)).toBe(capacityOf(RATE));
    expect(await ask('ten_quiet', 50)).toBe(50);
  });

  it('give together all that a bucket holds when each asks for it', async () => {
    const world = createWorld();
    const limiters = [new RateLimiter(), new RateLimiter(), new RateLimiter()];
    let admitted = 0;
    for (let n = 0; n < 600; n++) {
      const limiter = limiters[n % 3] ?? new RateLimiter();
      const { isAdmitted } = await limiter.take(metered('ten_a'), 1, world.storageOf('ten_a'));
      if (isAdmitted) admitted++;
    }
    expect(admitted).toBe(capacityOf(RATE));
  });
});

describe('one process', () => {
  it('asks the table seldom while it admits, and never while it refuses', async () => {
    const world = createWorld();
    const limiter = new RateLimiter();
    const ask = () => limiter.take(metered('ten_a'), 1, world.storageOf('ten_a'));
    for (let n = 0; n < capacityOf(RATE); n++) await ask();
    expect(world.calls()).toBeLessThan(15);
    const before = world.calls();
    for (let n = 0; n < 1_000; n++) expect((await ask()).isAdmitted).toBe(false);
    expect(world.calls()).toBe(before);
  });

  it('admits again when it said that it would (T7)', async () => {
    const world = createWorld();
    const limiter = new RateLimiter();
    const ask = (cost: number) => limiter.take(metered('ten_a'), cost, world.storageOf('ten_a'));
    while ((await ask(100)).isAdmitted);
    const { retryAfterMs } = await ask(100);
    world.pass(retryAfterMs - 1);
    expect((await ask(100)).isAdmitted).toBe(false);
    world.pass(1);
    expect((await ask(100)).isAdmitted).toBe(true);
  });

  it('holds few tokens of a tenant that asks seldom', async () => {
    const world = createWorld();
    const idle = new RateLimiter();
    for (let n = 0; n < 10; n++) {
      await idle.take(metered('ten_a'), 1, world.storageOf('ten_a'));
      world.pass(60_000);
    }
    await idle.take(metered('ten_a'), 1, world.storageOf('ten_a'));
    const other = await new RateLimiter().take(metered('ten_a'), 1, world.storageOf('ten_a'));
    expect(other.remaining).toBeGreaterThan(capacityOf(RATE) - 15);
  });
});
