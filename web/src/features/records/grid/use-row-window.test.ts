import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeIn, startsOf } from './use-row-window';

describe('rangeIn', () => {
  it('holds every row that is in sight, and few others', () => {
    const sizes = fc.array(fc.integer({ min: 30, max: 130 }), { maxLength: 300 });
    void fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 0, max: 50_000 }),
        fc.integer({ min: 0, max: 900 }),
        (px, top, height) => {
          const starts = startsOf(px.length, (index) => px[index] ?? 0);
          const [first, last] = rangeIn(starts, top, height);
          for (let row = 0; row < px.length; row++) {
            const isInSight = (starts[row + 1] ?? 0) > top && (starts[row] ?? 0) < top + height;
            if (isInSight) expect(row >= first && row < last).toBe(true);
          }
          expect(first).toBeLessThanOrEqual(last);
          expect(last).toBeLessThanOrEqual(px.length);
          expect(last - first).toBeLessThanOrEqual(Math.ceil(height / 30) + 24);
        },
      ),
    );
  });
});
