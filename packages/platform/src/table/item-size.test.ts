import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { itemSize } from './item-size';

// The rules and their examples are those of "DynamoDB item sizes and formats" in the developer guide.
describe('itemSize', () => {
  it.each([
    ['a string: bytes of the name and of UTF-8', { name: 'Ana' }, 4 + 3],
    ['a string outside ASCII', { name: 'Núñez' }, 4 + 7],
    ['a number: a byte for two digits and one more', { n: 12345 }, 1 + 3 + 1],
    ['a number without its trailing zeroes', { n: 1000 }, 1 + 1 + 1],
    ['a decimal number', { n: 0.25 }, 1 + 1 + 1],
    ['a negative number, one more', { n: -7 }, 1 + 1 + 1 + 1],
    ['zero', { n: 0 }, 1 + 1],
    ['a boolean', { ok: true }, 2 + 1],
    ['null', { nil: null }, 3 + 1],
    ['binary: its raw bytes', { b: new Uint8Array(10) }, 1 + 10],
    ['an empty list', { l: [] }, 1 + 3],
    ['an empty map', { m: {} }, 1 + 3],
    ['a list: 3 and 1 for each element', { l: ['ab', true] }, 1 + 3 + (2 + 1) + (1 + 1)],
    ['a map: 3 and 1 for each element', { m: { k: 'ab', x: 1 } }, 1 + 3 + (1 + 2 + 1) + (1 + 2 + 1)],
    ['a string set', { s: new Set(['ab', 'c']) }, 1 + 3],
    ['a number set', { s: new Set([1, 22]) }, 1 + 2 + 2],
  ])('counts %s', (_, item, size) => {
    expect(itemSize(marshall(item))).toBe(size);
  });
});
