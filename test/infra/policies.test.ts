import { registry } from '@vinculo/functions/registry';
import { describe, expect, it, vi } from 'vitest';
import { EVERY_KIND } from './entries';
import { actionsOf, isAllowed, type Statement, statementsOf } from './policies';
import { LIVE, resourcesOf, synthesise } from './synthesise';

vi.setConfig({ testTimeout: 60_000 });

const deployed = synthesise(LIVE, registry);
const everyKind = synthesise(LIVE, EVERY_KIND);

function policiesOf(synthesised: typeof deployed): Array<[string, Statement[]]> {
  return resourcesOf(synthesised, 'AWS::IAM::Policy').map(([id, policy]) => [id, statementsOf(policy)]);
}

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

  it.each(ITEM_ACTIONS)(
    'let %s through for a tenant, never without a key or for another prefix (T5)',
    (name) => {
      const rights = rightsOf('IndexSearch');
      const action = `dynamodb:${name}`;
      expect(isAllowed(rights, { action, leadingKeys: ['ten_1#con_1'] })).toBe(true);
      expect(isAllowed(rights, { action, leadingKeys: [] })).toBe(false);
      expect(isAllowed(rights, { action, leadingKeys: ['directory#email#a@b.example'] })).toBe(false);
      expect(isAllowed(rights, { action, leadingKeys: ['ten_1#con_1', 'other#x'] })).toBe(false);
    },
  );

  it('let a function that only reads write nothing', () => {
    const rights = rightsOf('SendReminder');
    expect(isAllowed(rights, { action: 'dynamodb:Query', leadingKeys: ['ten_1#x'] })).toBe(true);
    for (const write of ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']) {
      expect(isAllowed(rights, { action: `dynamodb:${write}`, leadingKeys: ['ten_1#x'] })).toBe(false);
    }
  });

  it('let only who declares it reach the directory', () => {
    const action = 'dynamodb:GetItem';
    const leadingKeys = ['directory#session#abc'];
    expect(isAllowed(rightsOf('ApiRole'), { action, leadingKeys })).toBe(true);
    expect(isAllowed(rightsOf('RunSlice'), { action, leadingKeys })).toBe(false);
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
