import { registry } from '@vinculo/functions/registry';
import { describe, expect, it, vi } from 'vitest';
import { EVERY_KIND } from './entries';
import { actionsOf, type Statement } from './iam';
import { LIVE, policiesOf, resourcesOf, synthesise } from './synthesise';

vi.setConfig({ testTimeout: 60_000 });

const deployed = synthesise(LIVE, registry);
const everyKind = synthesise(LIVE, EVERY_KIND);

const all = [...policiesOf(deployed), ...policiesOf(everyKind)].flatMap(([, statements]) => statements);

/** The rights of one function of `EVERY_KIND`, by the beginning of its policy's logical id. */
function rightsOf(idStart: string): Statement[] {
  const found = policiesOf(everyKind).filter(([id]) => id.startsWith(idStart));
  expect(found).toHaveLength(1);
  return found.flatMap(([, statements]) => statements);
}

const ITEM_ACTIONS = [
  'GetItem',
  'BatchGetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'ConditionCheckItem',
];

describe('policies', () => {
  it('grant no Scan, no PartiQL and no wildcard of actions anywhere (T5)', () => {
    const actions = all.filter(({ Effect }) => Effect === 'Allow').flatMap(actionsOf);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => /Scan|PartiQL|ListTables|Export|\*/.test(action))).toEqual([]);
  });

  it('hold every item action to leading keys, whoever is granted it (T5)', () => {
    const onItems = all.filter((statement) =>
      actionsOf(statement).some(
        (action) => ITEM_ACTIONS.includes(action.replace('dynamodb:', '')) && action.startsWith('dynamodb:'),
      ),
    );
    expect(onItems.length).toBeGreaterThan(0);
    for (const { Condition } of onItems) {
      expect(Condition).toMatchObject({ Null: { 'dynamodb:LeadingKeys': 'false' } });
      expect(Condition?.['ForAllValues:StringLike']).toHaveProperty(['dynamodb:LeadingKeys']);
    }
  });

  it('let only who declares it read the keys of sealed secrets, and nobody change them (T5)', () => {
    const onSecrets = (idStart: string) =>
      rightsOf(idStart)
        .flatMap(actionsOf)
        .filter((action) => action.startsWith('secretsmanager:'));
    expect(onSecrets('ApiRole')).toEqual(['secretsmanager:GetSecretValue']);
    for (const other of ['RunSlice', 'IndexSearch', 'SendReminder', 'PublishOutboxFunction']) {
      expect(onSecrets(other)).toEqual([]);
    }
  });

  it('give the relay no way into the table but its stream', () => {
    const tableActions = rightsOf('PublishOutboxFunction')
      .flatMap(actionsOf)
      .filter((action) => action.startsWith('dynamodb:'));
    expect(tableActions.toSorted()).toEqual([
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ]);
  });

  it('use no policy that AWS manages', () => {
    for (const [, { Properties }] of [
      ...resourcesOf(deployed, 'AWS::IAM::Role'),
      ...resourcesOf(everyKind, 'AWS::IAM::Role'),
    ]) {
      expect(Properties.ManagedPolicyArns ?? []).toEqual([]);
    }
  });
});
