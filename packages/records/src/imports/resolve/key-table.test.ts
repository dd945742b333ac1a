import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyTable } from './key-table';

describe('createKeyTable', () => {
  it('answers as a map of first rows does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 5_000 }), (keys) => {
        const table = createKeyTable();
        const map = new Map<string, number>();
        for (const [position, key] of keys.entries()) {
          const row = position + 1;
          if (!map.has(key)) map.set(key, row);
          expect(table.add(key, row)).toBe(map.get(key));
        }
        for (const key of [...keys, 'never added']) expect(table.find(key)).toBe(map.get(key));
      }),
      { numRuns: 20 },
    );
  });

  it('tells values that look alike apart', () => {
    const table = createKeyTable();
    for (let row = 1; row <= 100_000; row++) expect(table.add(`customer-${row}@example.com`, row)).toBe(row);
  });
});
