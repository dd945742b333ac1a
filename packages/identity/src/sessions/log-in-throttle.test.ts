import { describe, expect, it } from 'vitest';
import { MOST_FAILURES, waitAfter } from './log-in-throttle';

describe('waitAfter', () => {
  it('is nothing for five tries, then doubles up to 15 minutes (S4)', () => {
    const seconds = Array.from({ length: 18 }, (_, failures) => waitAfter(failures) / 1_000);
    expect(seconds).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it('makes a hundred guesses take more than 20 hours (S4)', () => {
    const waits = Array.from({ length: MOST_FAILURES }, (_, failures) => waitAfter(failures));
    expect(waits.reduce((sum, wait) => sum + wait) / 3_600_000).toBeGreaterThan(20);
  });
});
