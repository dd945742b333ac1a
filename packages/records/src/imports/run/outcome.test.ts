import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChunkItem, fromRanges, outcomesOf, toRanges } from './outcome';

describe('toRanges', () => {
  it('packs rows so that they are found again', () => {
    const rows = fc.uniqueArray(fc.integer({ min: 1, max: 200 })).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(rows, (list) => {
        expect(fromRanges(toRanges(list))).toEqual(list);
      }),
    );
    expect(toRanges([2, 3, 4, 7, 9, 10])).toBe('2-4,7,9-10');
  });
});

describe('outcomesOf', () => {
  it('lists what became of each row in the order of the file', () => {
    const chunk: ChunkItem = {
      pk: 'imp_1',
      sk: 'chunk#0#0',
      kind: 'import-chunk',
      last: 5,
      created: '2-3,5',
      others: [{ is: 'skipped', row: 4, reason: 'exists', id: 'con_9' }],
      missing: [],
      undone: 0,
      expiresAt: 0,
    };
    expect(outcomesOf(chunk, (row) => `con_${row}`)).toEqual([
      { is: 'created', row: 2, id: 'con_2' },
      { is: 'created', row: 3, id: 'con_3' },
      { is: 'skipped', row: 4, reason: 'exists', id: 'con_9' },
      { is: 'created', row: 5, id: 'con_5' },
    ]);
  });
});
