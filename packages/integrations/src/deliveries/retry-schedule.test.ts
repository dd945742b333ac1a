import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAttemptAt, RETRY_DELAYS_MS } from './retry-schedule';

const now = new Date('2026-03-02T09:00:00.000Z');
const HOUR_MS = 3_600_000;
const delayOf = (failures: number, retryAfter?: string, random = 0.5) => {
  const at = nextAttemptAt({ failures, now, retryAfter, random });
  return at && at.getTime() - now.getTime();
};

describe('the next attempt', () => {
  it('follows the schedule for three days, within a fifth, and then there is none (S19)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: RETRY_DELAYS_MS.length }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const wanted = RETRY_DELAYS_MS[failures - 1] ?? 0;
          expect(delayOf(failures, undefined, random)).toBeGreaterThanOrEqual(wanted * 0.8);
          expect(delayOf(failures, undefined, random)).toBeLessThanOrEqual(wanted * 1.2);
        },
      ),
    );
    const total = RETRY_DELAYS_MS.reduce((sum, delay) => sum + delay, 0);
    expect(total).toBeGreaterThan(72 * HOUR_MS);
    expect(delayOf(RETRY_DELAYS_MS.length + 1)).toBeUndefined();
  });

  it.each([
    ['120', 120_000],
    ['Mon, 02 Mar 2026 10:00:00 GMT', HOUR_MS],
    ['1', 5_000],
    ['Mon, 02 Mar 2020 10:00:00 GMT', 5_000],
    ['99999999', 24 * HOUR_MS],
    ['Mon, 02 Mar 2099 10:00:00 GMT', 24 * HOUR_MS],
    ['soon', 5_000],
    ['-5', 5_000],
    ['', 5_000],
  ])('after Retry-After %j comes %i ms later: never earlier, a day at most (S19)', (retryAfter, delayMs) => {
    expect(delayOf(1, retryAfter)).toBe(delayMs);
  });
});
