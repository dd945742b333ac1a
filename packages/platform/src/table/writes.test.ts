import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysWithin } from './prefix';
import { type Condition, toTransactItem, type Write } from './writes';

const { add } = keysWithin('ten_A#');
const toItem = (write: Write) => toTransactItem('t', write, add);
const key = { pk: 'con_1', sk: 'record' };

describe('toTransactItem', () => {
  it.each<[Write, object]>([
    [
      { put: { ...key, name: 'Ada' } },
      { Put: { TableName: 't', Item: { pk: 'ten_A#con_1', sk: 'record', name: 'Ada' } } },
    ],
    [
      { put: key, if: 'absent' },
      {
        Put: { ConditionExpression: 'attribute_not_exists(#a0)', ExpressionAttributeNames: { '#a0': 'pk' } },
      },
    ],
    [
      { delete: key, if: { equals: { version: 3, gone: undefined } } },
      {
        Delete: {
          Key: { pk: 'ten_A#con_1', sk: 'record' },
          ConditionExpression: '#a0 = :v0 AND attribute_not_exists(#a1)',
          ExpressionAttributeNames: { '#a0': 'version', '#a1': 'gone' },
          ExpressionAttributeValues: { ':v0': 3 },
        },
      },
    ],
    [
      { check: key, if: { below: { count: 10 } } },
      {
        ConditionCheck: {
          ConditionExpression: '(attribute_not_exists(#a0) OR #a0 < :v0)',
          ExpressionAttributeValues: { ':v0': 10 },
        },
      },
    ],
    [
      { update: key, set: { gsi1pk: 'x', name: 'Eva' }, add: { count: 1 }, remove: ['note'] },
      {
        Update: {
          UpdateExpression: 'SET #a0 = :v0, #a1 = :v1 ADD #a2 :v2 REMOVE #a3',
          ExpressionAttributeNames: { '#a0': 'gsi1pk', '#a1': 'name', '#a2': 'count', '#a3': 'note' },
          ExpressionAttributeValues: { ':v0': 'ten_A#x', ':v1': 'Eva', ':v2': 1 },
        },
      },
    ],
  ])('translates %j', (write, expected) => {
    expect(toItem(write)).toMatchObject(expected);
  });

  it('names every attribute by a placeholder of its own, so that no name or value becomes syntax', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => text !== '__proto__');
    const condition: fc.Arbitrary<Condition> = fc.record({
      equals: fc.dictionary(name, fc.integer(), { minKeys: 1 }),
    });
    fc.assert(
      fc.property(fc.dictionary(name, fc.string(), { minKeys: 1 }), condition, (set, when) => {
        const { Update } = toItem({ update: key, set, if: when });
        const text = `${Update?.UpdateExpression} ${Update?.ConditionExpression}`;
        expect(text).toMatch(/^SET (#a\d+ = :v\d+(, )?)+ #a\d+ = :v\d+( AND #a\d+ = :v\d+)*$/);
        const used = new Set(text.match(/[#:][av]\d+/g));
        const named = [
          ...Object.keys(Update?.ExpressionAttributeNames ?? {}),
          ...Object.keys(Update?.ExpressionAttributeValues ?? {}),
        ];
        expect(new Set(named)).toEqual(used);
      }),
    );
  });
});
