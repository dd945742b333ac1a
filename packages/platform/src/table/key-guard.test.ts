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
  ['GetCommand', 'Key', (pk) => ({ Key: { pk, sk: 's' } })],
  ['GetItemCommand', 'wire Key', (pk) => ({ Key: { pk: { S: pk }, sk: { S: 's' } } })],
  ['DeleteCommand', 'Key', (pk) => ({ Key: { pk, sk: 's' } })],
  ['DeleteItemCommand', 'wire Key', (pk) => ({ Key: { pk: { S: pk }, sk: { S: 's' } } })],
  ['PutCommand', 'Item', (pk) => ({ Item: { pk, sk: 's' } })],
  ['PutCommand', 'index key of Item', (pk) => ({ Item: { pk: MINE, sk: 's', gsi3pk: pk } })],
  ['PutItemCommand', 'wire Item', (pk) => ({ Item: { pk: { S: MINE }, sk: { S: 's' }, gsi4pk: { S: pk } } })],
  ['UpdateCommand', 'Key', (pk) => update(pk, MINE)],
  ['UpdateCommand', 'index key that is set', (pk) => update(MINE, pk)],
  ['UpdateItemCommand', 'index key set after a removal', (pk) => update(MINE, pk, 'REMOVE #b SET #g = :g')],
  ['QueryCommand', 'key condition', (pk) => query(pk)],
  ['QueryCommand', 'key condition of an index', (pk) => query(pk, { IndexName: 'gsi2' })],
  ['QueryCommand', 'ExclusiveStartKey', (pk) => query(MINE, { ExclusiveStartKey: { pk, sk: 's' } })],
  [
    'QueryCommand',
    'index key of ExclusiveStartKey',
    (pk) =>
      query(MINE, { IndexName: 'gsi1', ExclusiveStartKey: { pk: MINE, sk: 's', gsi1pk: pk, gsi1sk: 'g' } }),
  ],
  [
    'BatchGetCommand',
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
    'BatchGetItemCommand',
    'Keys of a second table',
    (pk) => ({ RequestItems: { t: { Keys: [{ pk: MINE }] }, u: { Keys: [{ pk }] } } }),
  ],
  [
    'BatchWriteCommand',
    'PutRequest',
    (pk) => ({ RequestItems: { t: [{ PutRequest: { Item: { pk, sk: 's' } } }] } }),
  ],
  [
    'BatchWriteCommand',
    'index key of PutRequest',
    (pk) => ({ RequestItems: { t: [{ PutRequest: { Item: { pk: MINE, gsi1pk: pk } } }] } }),
  ],
  [
    'BatchWriteItemCommand',
    'DeleteRequest',
    (pk) => ({ RequestItems: { t: [{ DeleteRequest: { Key: { pk, sk: 's' } } }] } }),
  ],
  ['TransactWriteCommand', 'Put', (pk) => ({ TransactItems: [{ Put: { Item: { pk, sk: 's' } } }] })],
  [
    'TransactWriteCommand',
    'index key of Put',
    (pk) => ({ TransactItems: [{ Put: { Item: { pk: MINE, gsi2pk: pk } } }] }),
  ],
  ['TransactWriteCommand', 'Delete', (pk) => ({ TransactItems: [{ Delete: { Key: { pk, sk: 's' } } }] })],
  [
    'TransactWriteCommand',
    'ConditionCheck',
    (pk) => ({ TransactItems: [{ ConditionCheck: { Key: { pk, sk: 's' } } }] }),
  ],
  [
    'TransactWriteItemsCommand',
    'Update',
    (pk) => ({ TransactItems: [{ Put: { Item: { pk: MINE } } }, { Update: update(pk, MINE) }] }),
  ],
  [
    'TransactWriteItemsCommand',
    'index key set by Update',
    (pk) => ({ TransactItems: [{ Update: update(MINE, pk) }] }),
  ],
  [
    'TransactGetCommand',
    'Get',
    (pk) => ({ TransactItems: [{ Get: { Key: { pk: MINE } } }, { Get: { Key: { pk } } }] }),
  ],
  ['TransactGetItemsCommand', 'wire Get', (pk) => ({ TransactItems: [{ Get: { Key: { pk: { S: pk } } } }] })],
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
    'ScanCommand',
    'ExecuteStatementCommand',
    'BatchExecuteStatementCommand',
    'ExecuteTransactionCommand',
    'DeleteTableCommand',
    'UnknownCommand',
  ])('refuses %s, whose keys cannot be seen (T2)', (command) => {
    expect(() => assertKeysWithin(PREFIX, command, { TableName: 't', Key: { pk: MINE } })).toThrow(
      KeyGuardError,
    );
  });

  it.each<[string, string, Input]>([
    ['GetCommand', 'no key', {}],
    ['PutCommand', 'an item without the partition key', { Item: { sk: 's', gsi1pk: MINE } }],
    ['BatchGetCommand', 'nothing', { RequestItems: { t: { Keys: [] } } }],
    ['QueryCommand', 'no condition', { TableName: 't' }],
    [
      'QueryCommand',
      'a condition on another attribute',
      { ...query(MINE), ExpressionAttributeNames: { '#pk': 'sk' } },
    ],
    ['QueryCommand', 'the table’s key on an index', { ...query(MINE), IndexName: 'gsi1' }],
    ['QueryCommand', 'the old form of conditions', { KeyConditions: { pk: { AttributeValueList: [MINE] } } }],
    [
      'UpdateCommand',
      'an index key without a placeholder',
      { Key: { pk: MINE }, UpdateExpression: 'SET gsi1pk = :a' },
    ],
    ['UpdateCommand', 'an index key copied from another attribute', update(MINE, MINE, 'SET #g = #a')],
    ['UpdateCommand', 'an index key set conditionally', update(MINE, MINE, 'SET #g = if_not_exists(#a, :g)')],
    [
      'UpdateCommand',
      'the old form of updates',
      { Key: { pk: MINE }, AttributeUpdates: { gsi1pk: { Value: THEIRS } } },
    ],
    [
      'TransactWriteCommand',
      'an action without a key',
      { TransactItems: [{ Put: { Item: { pk: MINE } } }, { Update: {} }] },
    ],
  ])('refuses %s with %s (T2)', (command, _, input) => {
    expect(() => assertKeysWithin(PREFIX, command, input)).toThrow(KeyGuardError);
  });

  it('lets an update set other attributes to what looks like a foreign key, and remove index keys', () => {
    expect(() => assertKeysWithin(PREFIX, 'UpdateCommand', update(MINE, MINE))).not.toThrow();
    expect(() =>
      assertKeysWithin(PREFIX, 'UpdateCommand', update(MINE, THEIRS, 'SET #a = :a REMOVE #g')),
    ).not.toThrow();
  });
});
