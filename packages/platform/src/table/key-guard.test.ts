import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertKeysWithin, KeyGuardError } from './key-guard';

const PREFIX = 'ten_A#';
const MINE = 'ten_A#con_1';
const THEIRS = 'ten_B#con_1';

type Input = Record<string, unknown>;

function query(pk: string, more: Input = {}): Input {
  return {
    TableName: 't',
    KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :s)',
    ExpressionAttributeNames: { '#pk': more.IndexName ? `${String(more.IndexName)}pk` : 'pk', '#sk': 'sk' },
    ExpressionAttributeValues: { ':pk': pk, ':s': 'x' },
    ...more,
  };
}

function update(pk: string, gsi1pk: string, expression = 'SET #a = :a, #g = :g REMOVE #b'): Input {
  return {
    Key: { pk, sk: 's' },
    UpdateExpression: expression,
    ExpressionAttributeNames: { '#a': 'name', '#g': 'gsi1pk', '#b': 'gsi2pk' },
    ExpressionAttributeValues: { ':a': THEIRS, ':g': gsi1pk },
  };
}

/** Every command that the table is reached by, naming a key in every place where a command can. */
const forms: Array<[string, string, (key: string) => Input]> = [
  ['GetItem', 'Key', (pk) => ({ Key: { pk, sk: 's' } })],
  ['GetItem', 'wire Key', (pk) => ({ Key: { pk: { S: pk }, sk: { S: 's' } } })],
  ['DeleteItem', 'Key', (pk) => ({ Key: { pk, sk: 's' } })],
  ['DeleteItem', 'wire Key', (pk) => ({ Key: { pk: { S: pk }, sk: { S: 's' } } })],
  ['PutItem', 'Item', (pk) => ({ Item: { pk, sk: 's' } })],
  ['PutItem', 'index key of Item', (pk) => ({ Item: { pk: MINE, sk: 's', gsi3pk: pk } })],
  ['PutItem', 'wire Item', (pk) => ({ Item: { pk: { S: MINE }, sk: { S: 's' }, gsi4pk: { S: pk } } })],
  ['UpdateItem', 'Key', (pk) => update(pk, MINE)],
  ['UpdateItem', 'index key that is set', (pk) => update(MINE, pk)],
  ['UpdateItem', 'index key set after a removal', (pk) => update(MINE, pk, 'REMOVE #b SET #g = :g')],
  ['Query', 'key condition', (pk) => query(pk)],
  ['Query', 'key condition of an index', (pk) => query(pk, { IndexName: 'gsi2' })],
  ['Query', 'ExclusiveStartKey', (pk) => query(MINE, { ExclusiveStartKey: { pk, sk: 's' } })],
  [
    'Query',
    'index key of ExclusiveStartKey',
    (pk) =>
      query(MINE, { IndexName: 'gsi1', ExclusiveStartKey: { pk: MINE, sk: 's', gsi1pk: pk, gsi1sk: 'g' } }),
  ],
  [
    'BatchGetItem',
    'Keys',
    (pk) => ({
      RequestItems: {
        t: {
          Keys: [
            { pk: MINE, sk: 's' },
            { pk, sk: 's' },
          ],
        },
      },
    }),
  ],
  [
    'BatchGetItem',
    'Keys of a second table',
    (pk) => ({ RequestItems: { t: { Keys: [{ pk: MINE }] }, u: { Keys: [{ pk }] } } }),
  ],
  [
    'BatchWriteItem',
    'PutRequest',
    (pk) => ({ RequestItems: { t: [{ PutRequest: { Item: { pk, sk: 's' } } }] } }),
  ],
  [
    'BatchWriteItem',
    'index key of PutRequest',
    (pk) => ({ RequestItems: { t: [{ PutRequest: { Item: { pk: MINE, gsi1pk: pk } } }] } }),
  ],
  [
    'BatchWriteItem',
    'DeleteRequest',
    (pk) => ({ RequestItems: { t: [{ DeleteRequest: { Key: { pk, sk: 's' } } }] } }),
  ],
  ['TransactWriteItems', 'Put', (pk) => ({ TransactItems: [{ Put: { Item: { pk, sk: 's' } } }] })],
  [
    'TransactWriteItems',
    'index key of Put',
    (pk) => ({ TransactItems: [{ Put: { Item: { pk: MINE, gsi2pk: pk } } }] }),
  ],
  ['TransactWriteItems', 'Delete', (pk) => ({ TransactItems: [{ Delete: { Key: { pk, sk: 's' } } }] })],
  [
    'TransactWriteItems',
    'ConditionCheck',
    (pk) => ({ TransactItems: [{ ConditionCheck: { Key: { pk, sk: 's' } } }] }),
  ],
  [
    'TransactWriteItems',
    'Update',
    (pk) => ({ TransactItems: [{ Put: { Item: { pk: MINE } } }, { Update: update(pk, MINE) }] }),
  ],
  [
    'TransactWriteItems',
    'index key set by Update',
    (pk) => ({ TransactItems: [{ Update: update(MINE, pk) }] }),
  ],
  [
    'TransactGetItems',
    'Get',
    (pk) => ({ TransactItems: [{ Get: { Key: { pk: MINE } } }, { Get: { Key: { pk } } }] }),
  ],
  ['TransactGetItems', 'wire Get', (pk) => ({ TransactItems: [{ Get: { Key: { pk: { S: pk } } } }] })],
];

const outside = fc.oneof(
  fc.constantFrom(
    THEIRS,
    'ten_A',
    'ten_A#',
    'TEN_A#con_1',
    ' ten_A#con_1',
    'ten_AA#con_1',
    'directory#x',
    '',
  ),
  fc.string().filter((key) => !key.startsWith(PREFIX)),
);

describe.each(forms)('%s by its %s', (command, _, build) => {
  it('passes with a key of the tenant (T2)', () => {
    expect(() => assertKeysWithin(PREFIX, command, build(MINE))).not.toThrow();
  });

  it('is refused with any other key (T2)', () => {
    fc.assert(
      fc.property(outside, (key) => {
        expect(() => assertKeysWithin(PREFIX, command, build(key))).toThrow(KeyGuardError);
      }),
      { numRuns: 50 },
    );
  });
});

describe('assertKeysWithin', () => {
  it.each([
    'Scan',
    'ExecuteStatement',
    'BatchExecuteStatement',
    'ExecuteTransaction',
    'DeleteTable',
    'Unknown',
  ])('refuses %s, whose keys cannot be seen (T2)', (command) => {
    expect(() => assertKeysWithin(PREFIX, command, { TableName: 't', Key: { pk: MINE } })).toThrow(
      KeyGuardError,
    );
  });

  it.each<[string, string, Input]>([
    ['GetItem', 'no key', {}],
    ['PutItem', 'an item without the partition key', { Item: { sk: 's', gsi1pk: MINE } }],
    ['BatchGetItem', 'nothing', { RequestItems: { t: { Keys: [] } } }],
    ['Query', 'no condition', { TableName: 't' }],
    [
      'Query',
      'a condition on another attribute',
      { ...query(MINE), ExpressionAttributeNames: { '#pk': 'sk' } },
    ],
    ['Query', 'the table’s key on an index', { ...query(MINE), IndexName: 'gsi1' }],
    ['Query', 'the old form of conditions', { KeyConditions: { pk: { AttributeValueList: [MINE] } } }],
    [
      'UpdateItem',
      'an index key without a placeholder',
      { Key: { pk: MINE }, UpdateExpression: 'SET gsi1pk = :a' },
    ],
    ['UpdateItem', 'an index key copied from another attribute', update(MINE, MINE, 'SET #g = #a')],
    ['UpdateItem', 'an index key set conditionally', update(MINE, MINE, 'SET #g = if_not_exists(#a, :g)')],
    [
      'UpdateItem',
      'the old form of updates',
      { Key: { pk: MINE }, AttributeUpdates: { gsi1pk: { Value: THEIRS } } },
    ],
    [
      'TransactWriteItems',
      'an action without a key',
      { TransactItems: [{ Put: { Item: { pk: MINE } } }, { Update: {} }] },
    ],
  ])('refuses %s with %s (T2)', (command, _, input) => {
    expect(() => assertKeysWithin(PREFIX, command, input)).toThrow(KeyGuardError);
  });

  it('lets an update set other attributes to what looks like a foreign key, and remove index keys', () => {
    expect(() => assertKeysWithin(PREFIX, 'UpdateItem', update(MINE, MINE))).not.toThrow();
    expect(() =>
      assertKeysWithin(PREFIX, 'UpdateItem', update(MINE, THEIRS, 'SET #a = :a REMOVE #g')),
    ).not.toThrow();
  });
});
