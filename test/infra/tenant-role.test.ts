import { describe, expect, it, vi } from 'vitest';
import { EVERY_KIND } from './entries';
import { type IamRequest, isAllowed, type Statement } from './iam';
import { LIVE, policiesOf, resourcesOf, synthesise, trustOf } from './synthesise';

vi.setConfig({ testTimeout: 60_000 });

const synthesised = synthesise(LIVE, EVERY_KIND);
const TABLE = '<TenantsTable97BAC775.Arn>';
const OWN = 'ten_01ARZ3NDEKTSV4RRFFQ69G5FAV';
const FOREIGN = 'ten_01BX5ZZKBKACTAV9WEVGEMMVRY';
const READS = ['GetItem', 'BatchGetItem', 'Query'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'ConditionCheckItem'];

/** The statements of the one policy whose logical id begins so. */
function rightsOf(idStart: string): Statement[] {
  const found = policiesOf(synthesised).filter(([id]) => id.startsWith(idStart));
  expect(found).toHaveLength(1);
  return found.flatMap(([, statements]) => statements);
}

const WRITER = 'TenantsTenantWriter';
const READER = 'TenantsTenantReader';

interface ItemRequest {
  action: string;
  keys: string[];
  tag?: string | undefined;
  index?: string;
}

function onItems({ action, keys, tag, index }: ItemRequest): IamRequest {
  return {
    action: `dynamodb:${action}`,
    resource: index ? `${TABLE}/index/${index}` : TABLE,
    context: {
      'dynamodb:LeadingKeys': keys,
      ...(tag === undefined ? {} : { 'aws:PrincipalTag/tenant': [tag] }),
    },
  };
}

interface Taking {
  tags?: Record<string, string>;
  stage?: string;
  action?: string;
}

/** Whether a function with that policy may take on a role with these tags: both sides have to say so. */
function mayTake(functionStart: string, roleStart: string, taking: Taking = {}): boolean {
  const { tags = { tenant: OWN }, stage = LIVE.stage, action } = taking;
  const actions = action ? [action] : ['sts:AssumeRole', 'sts:TagSession'];
  return actions.every((one) => {
    const request: IamRequest = {
      action: one,
      resource: arnOf(roleStart),
      context: {
        'aws:PrincipalTag/vinculo:stage': [stage],
        'aws:TagKeys': Object.keys(tags),
        ...Object.fromEntries(
          Object.entries(tags).map(([name, value]) => [`aws:RequestTag/${name}`, [value]]),
        ),
      },
    };
    return isAllowed(rightsOf(functionStart), request) && isAllowed(trustOf(synthesised, roleStart), request);
  });
}

function arnOf(roleStart: string): string {
  const [id] = policiesOf(synthesised).find(([policy]) => policy.startsWith(roleStart)) ?? [''];
  const role = Object.keys(synthesised.templates.data.findResources('AWS::IAM::Role')).find((name) =>
    name.startsWith(roleStart),
  );
  expect(id).not.toBe('');
  return `<${role}.Arn>`;
}

describe('the role of one tenant', () => {
  it.each([...READS, ...WRITES])('lets %s through for the tenant of its session’s tag (T5)', (action) => {
    const rights = rightsOf(WRITER);
    expect(isAllowed(rights, onItems({ action, keys: [`${OWN}#con_1`], tag: OWN }))).toBe(true);
    expect(isAllowed(rights, onItems({ action, keys: [`${OWN}#a`, `${OWN}#b`], tag: OWN }))).toBe(true);
  });

  it.each([
    ['another tenant’s key', { keys: [`${FOREIGN}#con_1`], tag: OWN }],
    ['a key of another tenant among its own', { keys: [`${OWN}#con_1`, `${FOREIGN}#con_1`], tag: OWN }],
    ['the directory', { keys: ['directory#session#abc'], tag: OWN }],
    ['a tenant whose id begins with its own', { keys: [`${OWN}X#con_1`], tag: OWN }],
    ['its own prefix without the separator', { keys: [OWN], tag: OWN }],
    ['no key at all', { keys: [], tag: OWN }],
    ['no tag', { keys: [`${OWN}#con_1`] }],
    ['an empty tag', { keys: [`${OWN}#con_1`], tag: '' }],
    ['a tag that is a wildcard', { keys: [`${OWN}#con_1`], tag: '*' }],
    ['a tag with a wildcard', { keys: [`${OWN}#con_1`], tag: 'ten_*' }],
    ['a tag with a wildcard for each character', { keys: [`${OWN}#con_1`], tag: `ten_${'?'.repeat(26)}` }],
  ])('refuses every action with %s (T5)', (_, { keys, ...given }) => {
    const tag = 'tag' in given ? given.tag : undefined;
    for (const action of [...READS, ...WRITES]) {
      for (const index of [undefined, 'gsi1', 'gsi4']) {
        const request = onItems({ action, keys, tag, ...(index ? { index } : {}) });
        for (const role of [WRITER, READER]) expect(isAllowed(rightsOf(role), request)).toBe(false);
      }
    }
  });

  it('reads its own partitions of every index, and no other’s (T5)', () => {
    for (const index of ['gsi1', 'gsi2', 'gsi3', 'gsi4']) {
      const query = (owner: string) =>
        onItems({ action: 'Query', index, keys: [`${owner}#contact#0`], tag: OWN });
      expect(isAllowed(rightsOf(READER), query(OWN))).toBe(true);
      expect(isAllowed(rightsOf(READER), query(FOREIGN))).toBe(false);
    }
  });

  it.each([
    'Scan',
    'PartiQLSelect',
    'PartiQLUpdate',
    'PartiQLInsert',
    'PartiQLDelete',
    'DescribeTable',
    'ListTables',
    'ExportTableToPointInTime',
    'GetRecords',
    'DeleteTable',
    'UpdateTable',
  ])('never lets %s through (T5)', (action) => {
    for (const role of [WRITER, READER, 'ApiRole', 'IndexSearch']) {
      for (const keys of [[], [`${OWN}#con_1`], ['directory#x']]) {
        expect(isAllowed(rightsOf(role), onItems({ action, keys, tag: OWN }))).toBe(false);
      }
    }
  });

  it.each(WRITES)('does not let a reader %s (T5)', (action) => {
    expect(isAllowed(rightsOf(READER), onItems({ action, keys: [`${OWN}#a`], tag: OWN }))).toBe(false);
  });
});

describe('a function', () => {
  it('reaches no tenant’s items by itself, and the directory only where it declares that (T5)', () => {
    for (const [id, statements] of policiesOf(synthesised)) {
      if (id.startsWith('TenantsTenant')) continue;
      for (const action of [...READS, ...WRITES]) {
        for (const tag of [undefined, OWN]) {
          expect(isAllowed(statements, onItems({ action, keys: [`${OWN}#con_1`], tag })), id).toBe(false);
        }
        const directory = onItems({ action, keys: ['directory#session#a'] });
        expect(isAllowed(statements, directory), id).toBe(id.startsWith('ApiRole'));
      }
    }
  });

  it('takes on the role of what it declares, for one tenant (T5)', () => {
    expect(mayTake('ApiRole', WRITER)).toBe(true);
    expect(mayTake('IndexSearch', WRITER)).toBe(true);
    expect(mayTake('SendReminder', READER)).toBe(true);
    expect(mayTake('SendReminder', WRITER)).toBe(false);
    expect(mayTake('IndexSearch', READER)).toBe(false);
    expect(mayTake('PublishOutbox', READER)).toBe(false);
  });

  it('is told which role that is (T5)', () => {
    const functions = resourcesOf(synthesised, 'AWS::Lambda::Function').map(([, { Properties }]) => ({
      name: String(Properties.Description).split(': ')[1],
      variables: JSON.stringify(Properties.Environment ?? {}),
    }));
    for (const { name, needs } of EVERY_KIND) {
      const variables = functions.find((fn) => fn.name === name)?.variables;
      expect(variables?.includes('TABLE_ROLE_ARN'), name).toBe(needs.table !== undefined);
    }
  });

  it.each<[string, Taking]>([
    ['without a tag', { tags: {} }],
    ['without a tag, since tagging is another right', { tags: {}, action: 'sts:AssumeRole' }],
    ['with an empty tag', { tags: { tenant: '' } }],
    ['with a wildcard', { tags: { tenant: '*' } }],
    ['with the beginning of every tenant', { tags: { tenant: 'ten_*' } }],
    ['as the directory', { tags: { tenant: 'directory' } }],
    ['as more than an id', { tags: { tenant: `${OWN}#` } }],
    ['with another tag beside it', { tags: { tenant: OWN, 'vinculo:stage': 'other' } }],
    ['from another stage', { stage: 'test' }],
  ])('takes on no role %s (T5)', (_, taking) => {
    expect(mayTake('ApiRole', WRITER, taking)).toBe(false);
  });
});

describe('the simulator', () => {
  const allow: Statement = { Effect: 'Allow', Action: 'a:*', Resource: '*' };
  const request: IamRequest = { action: 'a:Do', resource: 'r', context: { colours: ['red', 'blue'] } };
  const when = (Condition: NonNullable<Statement['Condition']>) =>
    isAllowed([{ ...allow, Condition }], request);

  it('denies what nothing allows, and what anything denies', () => {
    expect(isAllowed([], request)).toBe(false);
    expect(isAllowed([allow], request)).toBe(true);
    expect(isAllowed([allow, { Effect: 'Deny', Action: 'a:Do', Resource: 'r' }], request)).toBe(false);
    expect(isAllowed([{ ...allow, Resource: 'other' }], request)).toBe(false);
    expect(isAllowed([{ ...allow, Action: 'a:Do?' }], request)).toBe(false);
  });

  it('knows the quantifiers as IAM does, also that all of none is true', () => {
    expect(when({ 'ForAllValues:StringEquals': { colours: ['red'] } })).toBe(false);
    expect(when({ 'ForAllValues:StringLike': { colours: ['r*', 'b*'] } })).toBe(true);
    expect(when({ 'ForAnyValue:StringEquals': { colours: ['red'] } })).toBe(true);
    expect(when({ 'ForAnyValue:StringEquals': { none: ['red'] } })).toBe(false);
    expect(when({ 'ForAllValues:StringEquals': { none: ['red'] } })).toBe(true);
    expect(when({ Null: { none: 'true' }, 'ForAnyValue:StringLike': { colours: 'b?ue' } })).toBe(true);
  });

  it('refuses to guess', () => {
    expect(() => when({ IpAddress: { colours: '10.0.0.0/8' } })).toThrow('does not know');
  });
});
