import type { UserContext } from '@vinculo/identity/access/user-context';
import { type ListQuery, listRecords, streamRecords } from '@vinculo/records/lists/list';
import { createRecord, deleteRecord } from '@vinculo/records/records/service';
import type { CrmRecord } from '@vinculo/records/types/record-type';
import { contactType } from '@vinculo/sales/contacts/type';
import { leadType } from '@vinculo/sales/leads/type';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestTable, type TestTable } from '../../support/test-table';
import { aUserContext, EVERYTHING } from '../../support/user-context';

const contacts = { type: contactType };
const leads = { type: leadType };
const NAMES = ['Ann', 'Ánn', 'ann b', 'Zoë', 'Óscar', 'Núñez', 'de la Cruz', 'Li', 'li', 'Ångström'];
const KINDS = ['customer', 'prospect', 'supplier'];
let table: TestTable;

beforeAll(async () => {
  table = await createTestTable();
});

async function allPages(ctx: UserContext, query: ListQuery): Promise<CrmRecord[]> {
  const found: CrmRecord[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await listRecords(ctx, contacts, { ...query, cursor: cursor ?? undefined });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

async function aTeam(shards: number) {
  const admin = aUserContext(table, { shards });
  const own = {
    ...EVERYTHING,
    types: { '*': { create: 'own', read: 'own', update: 'own', delete: 'own' } },
  } as const;
  const team = {
    ...EVERYTHING,
    types: { '*': { create: 'team', read: 'team', update: 'team', delete: 'team' } },
  } as const;
  const representative = aUserContext(table, { tenantId: admin.tenantId, access: own, shards });
  const manager = aUserContext(table, { tenantId: admin.tenantId, access: team, teamIds: ['tea_1'], shards });
  const created: CrmRecord[] = [];
  for (const [n, lastName] of [...NAMES, ...NAMES, ...NAMES].entries()) {
    const by = n % 3 === 0 ? representative : admin;
    const placed = { ...by, teamIds: n % 4 === 0 ? ['tea_1'] : [] };
    created.push(
      await createRecord(placed, contacts, {
        lastName,
        kind: KINDS[n % KINDS.length],
        jobTitle: `Title ${n % 5}`,
        ...(n % 2 ? { language: 'es' } : {}),
      }),
    );
  }
  return { admin, representative, manager, created };
}

describe.each([1, 4])('listRecords over %i shards', (shards) => {
  it('gives each page in order without repeats or gaps, in both directions (P5)', async () => {
    const { admin, created } = await aTeam(shards);
    for (const sort of ['lastName', '-lastName', 'jobTitle', '-updatedAt', 'language']) {
      const found = await allPages(admin, { sort, limit: 7 });
      expect(found.map(({ id }) => id).sort()).toEqual(created.map(({ id }) => id).sort());
      if (sort === 'lastName')
        expect([found[0]?.lastName, found.at(-1)?.lastName]).toEqual(['Ångström', 'Zoë']);
      if (sort === '-lastName')
        expect([found[0]?.lastName, found.at(-1)?.lastName]).toEqual(['Zoë', 'Ångström']);
    }
  });

  it('shows each role exactly what it may read (S11)', async () => {
    const { admin, representative, manager, created } = await aTeam(shards);
    const idsOf = async (ctx: UserContext) => (await allPages(ctx, { limit: 10 })).map(({ id }) => id).sort();
    const expected = (test: (record: CrmRecord) => boolean) =>
      created
        .filter(test)
        .map(({ id }) => id)
        .sort();
    expect(await idsOf(admin)).toEqual(expected(() => true));
    expect(await idsOf(representative)).toEqual(
      expected(({ ownerId }) => ownerId === representative.actor.id),
    );
    expect(await idsOf(manager)).toEqual(expected(({ teamId }) => teamId === 'tea_1'));
  });

  it('narrows as a filter over all of them would', async () => {
    const { admin, created } = await aTeam(shards);
    const condition = fc.oneof(
      fc.record({
        field: fc.constant('kind'),
        op: fc.constantFrom('eq', 'ne'),
        value: fc.constantFrom(...KINDS),
      }),
      fc.record({
        field: fc.constant('kind'),
        op: fc.constantFrom('in', 'nin'),
        value: fc.subarray(KINDS, { minLength: 1 }),
      }),
      fc.record({ field: fc.constant('language'), op: fc.constantFrom('empty', 'notEmpty') }),
      fc.record({
        field: fc.constant('jobTitle'),
        op: fc.constant('eq'),
        value: fc.constantFrom('Title 1', 'title 2'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(condition, { maxLength: 3 }),
        fc.integer({ min: 1, max: 40 }),
        async (filter, limit) => {
          const found = await allPages(admin, { filter: filter as never, limit });
          const wanted = created.filter((record) => filter.every((each) => holds(record, each)));
          expect(found.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
        },
      ),
      { numRuns: 25 },
    );
  });
});

function holds(
  record: CrmRecord,
  { field, op, value }: { field: string; op: string; value?: unknown },
): boolean {
  const stored = typeof record[field] === 'string' ? record[field].toLowerCase() : undefined;
  const values = (Array.isArray(value) ? value : [value]).map((part) => String(part).toLowerCase());
  if (op === 'empty') return stored === undefined;
  if (op === 'notEmpty') return stored !== undefined;
  const isAmong = stored !== undefined && values.includes(stored);
  return op === 'eq' || op === 'in' ? isAmong : !isAmong;
}

describe('listRecords', () => {
  it('keeps its place while records come and go (P5)', async () => {
    const { admin, created } = await aTeam(1);
    const first = await listRecords(admin, contacts, { limit: 10 });
    const untouched = created.filter(({ id }) => !first.items.some((item) => item.id === id));
    const victim = first.items[9];
    await deleteRecord(admin, contacts, victim?.id ?? '');
    await createRecord(admin, contacts, { lastName: 'Aaa' });
    const rest: CrmRecord[] = [];
    for (let cursor = first.nextCursor; cursor; ) {
      const page = await listRecords(admin, contacts, { limit: 10, cursor });
      rest.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(rest.map(({ id }) => id).sort()).toEqual(untouched.map(({ id }) => id).sort());
  });

  it('refuses a cursor of another list or tenant (P5)', async () => {
    const { admin } = await aTeam(1);
    const { nextCursor } = await listRecords(admin, contacts, { limit: 5 });
    const cursor = nextCursor ?? '';
    const invalid = { status: 400, code: 'cursor.invalid' };
    await expect(listRecords(aUserContext(table), contacts, { limit: 5, cursor })).rejects.toMatchObject(
      invalid,
    );
    await expect(listRecords(admin, contacts, { sort: '-lastName', cursor })).rejects.toMatchObject(invalid);
    await expect(listRecords(admin, contacts, { cursor: `${cursor}x` })).rejects.toMatchObject(invalid);
  });

  it('names a field that does not exist, and one that the role hides, alike (S10)', async () => {
    const ctx = aUserContext(table, {
      access: { ...EVERYTHING, fields: { contact: { birthday: 'hidden' } } },
    });
    for (const field of ['nonsense', 'birthday']) {
      const filter = [{ field, op: 'notEmpty' as const }];
      await expect(listRecords(ctx, contacts, { filter })).rejects.toMatchObject({
        code: 'list.unknown_field',
      });
      await expect(listRecords(ctx, contacts, { sort: field })).rejects.toMatchObject({
        code: 'list.unknown_field',
      });
    }
  });

  it('understands @me and dates relative to today in the tenant’s time zone', async () => {
    const ctx = aUserContext(table);
    await createRecord(ctx, leads, { lastName: 'Mine' });
    await createRecord(ctx, leads, { lastName: 'Nobody’s', ownerId: ctx.actor.id });
    const mine = await listRecords(ctx, leads, { filter: [{ field: 'ownerId', op: 'eq', value: '@me' }] });
    expect(mine.items).toHaveLength(2);
    const today = await listRecords(ctx, leads, {
      filter: [{ field: 'createdAt', op: 'eq', value: '@today' }],
    });
    expect(today.items).toHaveLength(2);
    const later = await listRecords(ctx, leads, {
      filter: [{ field: 'createdAt', op: 'gt', value: '@today+1d' }],
    });
    expect(later.items).toEqual([]);
  });
});

describe('streamRecords', () => {
  it('gives every record whole', async () => {
    const { admin, created } = await aTeam(4);
    const found: CrmRecord[] = [];
    for await (const record of streamRecords(admin, contacts, {})) found.push(record);
    expect(new Map(found.map((record) => [record.id, record]))).toEqual(
      new Map(created.map((record) => [record.id, record])),
    );
  });
});
