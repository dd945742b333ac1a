import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeChanges } from './merge-changes';

describe('merging my changes with theirs', () => {
  it('keeps both when different fields changed', () => {
    const merge = mergeChanges({ name: 'A', city: 'X' }, { name: 'B' }, { name: 'A', city: 'Y' });
    expect(merge).toEqual({ changes: { name: 'B' }, conflicts: [] });
  });

  it('asks about a field that both changed', () => {
    const merge = mergeChanges({ name: 'A' }, { name: 'B' }, { name: 'C' });
    expect(merge).toEqual({
      changes: {},
      conflicts: [{ field: 'name', original: 'A', mine: 'B', theirs: 'C' }],
    });
  });

  it('needs nothing where both made the same change', () => {
    expect(mergeChanges({ name: 'A' }, { name: 'B' }, { name: 'B' })).toEqual({ changes: {}, conflicts: [] });
  });

  it('sees a field that they cleared and I changed', () => {
    expect(mergeChanges({ tags: ['x'] }, { tags: ['x', 'y'] }, {}).conflicts).toHaveLength(1);
    expect(mergeChanges({ tags: ['x'] }, { tags: null }, {}).conflicts).toHaveLength(0);
  });

  it('never loses a change of theirs and never drops one of mine in silence', () => {
    const values = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3', null), {
      noNullPrototype: true,
    });
    void fc.assert(
      fc.property(values, values, values, (base, mine, theirs) => {
        const { changes, conflicts } = mergeChanges(base, mine, theirs);
        for (const field of Object.keys(changes)) expect(theirs[field] ?? null).toBe(base[field] ?? null);
        for (const [field, value] of Object.entries(mine)) {
          const isAsked = conflicts.some((conflict) => conflict.field === field);
          expect(isAsked || field in changes || (theirs[field] ?? null) === value).toBe(true);
        }
      }),
    );
  });
});
