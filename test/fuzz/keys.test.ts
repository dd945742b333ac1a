import { assertKeysWithin, KeyGuardError } from '@vinculo/platform/table/key-guard';
import { INDEX_NAMES } from '@vinculo/platform/table/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const PREFIX = 'ten_A#';
const inside = fc.string({ minLength: 1 }).map((rest) => PREFIX + rest);
const outside = fc.oneof(
  fc.string().filter((key) => !key.startsWith(PREFIX)),
  fc.constantFrom('ten_B#con_1', 'ten_A', PREFIX, 'TEN_A#x', 'directory#x'),
);

type Json = Record<string, unknown>;
/** Items with one key of the table and maybe one of an index, as documents or as they travel. */
const itemOf = (key: fc.Arbitrary<string>) =>
  fc
    .tuple(key, fc.option(fc.tuple(fc.constantFrom(...INDEX_NAMES), key)), fc.boolean())
    .map(([pk, index, isWire]): Json => {
      const form = (value: string) => (isWire ? { S: value } : value);
      return { pk: form(pk), sk: form('s'), ...(index ? { [`${index[0]}pk`]: form(index[1]) } : {}) };
    });

/** Commands of several items, which name each of them in a place of their own. */
const COMMANDS: ReadonlyArray<[string, (items: Json[]) => Json]> = [
  ['BatchGetCommand', (items) => ({ RequestItems: { t: { Keys: items } } })],
  [
    'BatchWriteCommand',
    (items) => ({
      RequestItems: {
        t: items.map((item, n) =>
          n % 2 ? { DeleteRequest: { Key: item } } : { PutRequest: { Item: item } },
        ),
      },
    }),
  ],
  [
    'TransactWriteCommand',
    (items) => ({
      TransactItems: items.map((item, n) =>
        [{ Put: { Item: item } }, { Delete: { Key: item } }, { ConditionCheck: { Key: item } }].at(n % 3),
      ),
    }),
  ],
  ['TransactGetCommand', (items) => ({ TransactItems: items.map((item) => ({ Get: { Key: item } })) })],
];

describe('the guard of keys', () => {
  it('lets a command pass whose keys are all the tenant’s, however many and in whatever form (T2)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COMMANDS),
        fc.array(itemOf(inside), { minLength: 1 }),
        ([name, build], items) => {
          expect(() => assertKeysWithin(PREFIX, name, build(items))).not.toThrow();
        },
      ),
    );
  });

  it('refuses it when one of them is not, wherever that is (T2)', () => {
    const mixed = fc.tuple(fc.array(itemOf(inside)), itemOf(outside), fc.array(itemOf(inside)));
    fc.assert(
      fc.property(fc.constantFrom(...COMMANDS), mixed, ([name, build], [before, foreign, after]) => {
        const input = build([...before, foreign, ...after]);
        expect(() => assertKeysWithin(PREFIX, name, input)).toThrow(KeyGuardError);
      }),
    );
  });

  it('refuses what it does not know, whatever it says (T2)', () => {
    const unknown = fc.oneof(fc.constantFrom('ScanCommand', 'ExecuteStatementCommand'), fc.string());
    fc.assert(
      fc.property(unknown, fc.dictionary(fc.string(), fc.jsonValue()), (name, input) => {
        expect(() => assertKeysWithin(PREFIX, name, { ...input, Key: { pk: `${PREFIX}x` } })).toThrow(
          KeyGuardError,
        );
      }),
    );
  });
});
