import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProgress } from './progress';

describe('createProgress', () => {
  it('never passes a batch that is not settled, and in the end reaches the last, in any order of settling (D5)', async () => {
    const orders = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, position) => position),
        { minLength: count },
      ),
    );
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        let reached = -1;
        const progress = createProgress((sequenceNumber) => {
          reached = Number(sequenceNumber);
        });
        const settle = order.map((_, position) => {
          let resolve = () => {};
          const settled = new Promise<void>((done) => {
            resolve = done;
          });
          progress.add(String(position), settled, 1);
          return resolve;
        });
        const settled = new Set<number>();
        for (const position of order) {
          settle[position]?.();
          settled.add(position);
          await new Promise(setImmediate);
          for (let before = 0; before <= reached; before++) expect(settled).toContain(before);
        }
        expect(reached).toBe(order.length - 1);
        expect(progress.outstanding()).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it('counts what waits for a consumer, not what is done behind it', async () => {
    const progress = createProgress(() => {});
    progress.add('1', new Promise(() => {}), 3);
    progress.add('2', Promise.resolve(), 1_000);
    await new Promise(setImmediate);
    expect(progress.outstanding()).toBe(3);
  });
});
