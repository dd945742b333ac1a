import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availableIn, capacityOf, LEASE_MS, msUntil, type Rate, takeFrom } from './bucket';

const rates = fc
  .record({ perSecond: fc.integer({ min: 1, max: 500 }), seconds: fc.integer({ min: 11, max: 120 }) })
  .map(({ perSecond, seconds }): Rate => ({ perSecond, burst: perSecond * seconds }));

describe('a bucket', () => {
  it('gives its burst less what flows in during a lease, then what flows in', () => {
    const rate = { perSecond: 10, burst: 300 };
    expect(capacityOf(rate)).toBe(300 - (10 * LEASE_MS) / 1000);
    const empty = takeFrom(rate, 0, 1_000, 200);
    expect(availableIn(rate, empty, 1_000)).toBe(0);
    expect(availableIn(rate, empty, 3_000)).toBe(20);
    expect(msUntil(rate, empty, 1_000, 5)).toBe(500);
  });

  it('lets what is wanted out when it said that it would (T7)', () => {
    fc.assert(
      fc.property(rates, fc.nat(100_000), fc.integer({ min: 1, max: 50 }), (rate, outMs, wanted) => {
        fc.pre(wanted <= capacityOf(rate));
        const waitMs = msUntil(rate, outMs, 0, wanted);
        expect(availableIn(rate, outMs, waitMs)).toBeGreaterThanOrEqual(wanted);
      }),
    );
  });
});
