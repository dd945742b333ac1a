import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryUnits, readUnits, writeUnits } from './capacity';
import { itemSize, type WireItem } from './item-size';

const KB = 1024;

/** An item of exactly that many bytes, with these attributes. */
function anItem(size: number, attributes: Record<string, unknown> = {}): WireItem {
  const item = marshall({ pk: 't#1', sk: 'record', pad: '', ...attributes });
  return { ...item, pad: { S: 'x'.repeat(size - itemSize(item)) } };
}

const listed = (gsi1sk: string, card: unknown = { name: 'Ana' }) =>
  anItem(600, { gsi1pk: 't#contact', gsi1sk, card });

describe('readUnits', () => {
  it.each([
    ['eventual', 3.5 * KB, 0.5],
    ['strong', 3.5 * KB, 1],
    ['strong', 10 * KB, 3],
    ['eventual', 8 * KB, 1],
    ['strong', 8 * KB, 2],
    ['transactional', 8 * KB, 4],
    ['transactional', 4 * KB, 2],
  ] as const)('reads %s of %d bytes for %d, as the developer guide says (P1)', (consistency, size, units) => {
    expect(readUnits(anItem(size), consistency)).toBe(units);
  });

  it('charges the smallest item for a key that holds nothing (P1)', () => {
    expect(readUnits(undefined, 'strong')).toBe(1);
    expect(readUnits(undefined, 'eventual')).toBe(0.5);
  });

  it('rounds each item of a batch by itself: 1.5 KB and 6.5 KB are 12 KB (P1)', () => {
    expect(readUnits(anItem(1.5 * KB), 'strong') + readUnits(anItem(6.5 * KB), 'strong')).toBe(3);
  });
});

describe('queryUnits', () => {
  it('rounds the sizes of a page together: 10 items of 4 KB are 40 KB, 20 eventually consistent units of 2 KB (P1)', () => {
    const page = Array.from({ length: 10 }, () => anItem(4 * KB));
    expect(queryUnits(page, 'strong')).toBe(10);
    expect(queryUnits(page, 'eventual')).toBe(5);
  });

  it('charges an empty page as the smallest (P1)', () => {
    expect(queryUnits([], 'eventual')).toBe(0.5);
  });
});

describe('writeUnits', () => {
  it.each([
    [0.5 * KB, false, 1],
    [1 * KB, false, 1],
    [1.5 * KB, false, 2],
    [3 * KB, true, 6],
    [0.5 * KB, true, 2],
  ])(
    'puts %d bytes (in a transaction: %s) for %d, as the developer guide says (P1)',
    (size, isTransactional, units) => {
      expect(writeUnits({ before: undefined, after: anItem(size) }, isTransactional)).toBe(units);
    },
  );

  it('takes the larger of the item before and after (P1)', () => {
    expect(writeUnits({ before: anItem(4.2 * KB), after: anItem(KB) })).toBe(5);
    expect(writeUnits({ before: anItem(KB), after: anItem(2 * KB) })).toBe(2);
    expect(writeUnits({ before: anItem(1.2 * KB), after: undefined })).toBe(2);
  });

  it('charges one unit for a delete of nothing and two for a check in a transaction (P1)', () => {
    expect(writeUnits({ before: undefined, after: undefined })).toBe(1);
    expect(writeUnits({ before: anItem(KB), after: anItem(KB) }, true)).toBe(2);
  });

  it('adds one write for an index entry that appears or goes (P1)', () => {
    expect(writeUnits({ before: undefined, after: listed('a') })).toBe(2);
    expect(writeUnits({ before: listed('a'), after: anItem(600) })).toBe(2);
  });

  it('adds two when an index key changes, one when another projected attribute does, none otherwise (P1)', () => {
    expect(writeUnits({ before: listed('a'), after: listed('b') })).toBe(3);
    expect(writeUnits({ before: listed('a'), after: listed('a', { name: 'Eva' }) })).toBe(2);
    expect(writeUnits({ before: listed('a'), after: { ...listed('a'), note: { S: 'new' } } })).toBe(1);
  });

  it('writes index entries of a transaction once (P1)', () => {
    expect(writeUnits({ before: undefined, after: listed('a') }, true)).toBe(3);
  });

  it('never costs less for a larger item (P1)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 9000 }), fc.integer({ min: 0, max: 9000 }), (size, more) => {
        const small = writeUnits({ before: undefined, after: anItem(size) }, true);
        expect(writeUnits({ before: undefined, after: anItem(size + more) }, true)).toBeGreaterThanOrEqual(
          small,
        );
      }),
    );
  });
});
