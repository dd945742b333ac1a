import {
  createRecord,
  deleteRecord,
  getRecord,
  restoreRecord,
  updateRecord,
} from '@vinculo/records/records/service';
import { contactType } from '@vinculo/sales/contacts/type';
import { opportunityType } from '@vinculo/sales/opportunities/type';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestTable, type TestTable } from '../../support/test-table';
import { aUserContext, EVERYTHING } from '../../support/user-context';

const contacts = { type: contactType };
let table: TestTable;

beforeAll(async () => {
  table = await createTestTable();
});

describe('createRecord', () => {
  it('stores what it answers, with its defaults and owner', async () => {
    const ctx = aUserContext(table, { teamIds: ['tea_1'] });
    const created = await createRecord(ctx, contacts, {
      firstName: 'Ada',
      emails: [{ value: 'ADA@Example.com' }],
    });
    expect(created).toMatchObject({
      firstName: 'Ada',
      emails: [{ value: 'ada@example.com' }],
      kind: 'prospect',
      ownerId: ctx.actor.id,
      teamId: 'tea_1',
      version: 1,
    });
    expect(await getRecord(ctx, contacts, created.id)).toEqual(created);
  });

  it('writes its event in the same transaction (D4)', async () => {
    const ctx = aUserContext(table);
    const created = await createRecord(ctx, contacts, { lastName: 'Lovelace' });
    const { items } = await ctx.table.query({ pk: created.id, sk: { beginsWith: 'event#' } });
    expect(items).toHaveLength(1);
    expect(items[0]?.event).toMatchObject({
      type: 'contact.created',
      subject: { id: created.id, version: 1 },
    });
  });

  it.each([
    ['an unknown field', { lastName: 'A', colour: 'red' }, '/colour'],
    ['a field that only the server sets (S12)', { lastName: 'A', version: 7 }, '/version'],
    ['a wrong e-mail', { emails: [{ value: 'nobody' }] }, '/emails/0/value'],
    ['nothing that names it', { jobTitle: 'CTO' }, '/firstName'],
    ['a link to code', { lastName: 'A', accountId: 'acc_01ARZ3NDEKTSV4RRFFQ69G5FAV' }, '/accountId'],
  ])('refuses %s and leaves no trace', async (_, input, pointer) => {
    const ctx = aUserContext(table);
    await expect(createRecord(ctx, contacts, input)).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer }],
    });
    const { items } = await ctx.table.query({ pk: 'contact#0', index: 'gsi1' });
    expect(items).toEqual([]);
  });

  it('refuses a unique value that a live record holds, until that one is deleted (D3)', async () => {
    const ctx = aUserContext(table);
    const first = await createRecord(ctx, contacts, { lastName: 'A', externalId: 'C-1' });
    await expect(createRecord(ctx, contacts, { lastName: 'B', externalId: 'c-1' })).rejects.toMatchObject({
      status: 409,
      code: 'record.not_unique',
      errors: [{ pointer: '/externalId' }],
    });
    await deleteRecord(ctx, contacts, first.id);
    await createRecord(ctx, contacts, { lastName: 'B', externalId: 'c-1' });
    await expect(restoreRecord(ctx, contacts, first.id)).rejects.toMatchObject({ code: 'record.not_unique' });
  });
});

describe('updateRecord', () => {
  it('merges a patch, clears with null and counts the version up', async () => {
    const ctx = aUserContext(table);
    const { id } = await createRecord(ctx, contacts, { lastName: 'A', jobTitle: 'CTO', tags: ['vip'] });
    const changed = await updateRecord(ctx, contacts, id, { jobTitle: null, lastName: 'B' }, 1);
    expect(changed).toMatchObject({ lastName: 'B', tags: ['vip'], version: 2 });
    expect(changed).not.toHaveProperty('jobTitle');
  });

  it('answers the current record to a stale version and changes nothing (D2)', async () => {
    const ctx = aUserContext(table);
    const { id } = await createRecord(ctx, contacts, { lastName: 'A' });
    await updateRecord(ctx, contacts, id, { lastName: 'B' }, 1);
    await expect(updateRecord(ctx, contacts, id, { lastName: 'C' }, 1)).rejects.toMatchObject({
      status: 412,
      extra: { current: { lastName: 'B', version: 2 } },
    });
    expect(await getRecord(ctx, contacts, id)).toMatchObject({ lastName: 'B', version: 2 });
  });

  it('lets one of many writers of a version win (D2)', async () => {
    const ctx = aUserContext(table);
    const { id } = await createRecord(ctx, contacts, { lastName: 'A' });
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => updateRecord(ctx, contacts, id, { lastName: `W${n}` }, 1)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await getRecord(ctx, contacts, id)).toMatchObject({ version: 2 });
  });

  it('writes nothing when nothing changes', async () => {
    const ctx = aUserContext(table);
    const { id } = await createRecord(ctx, contacts, { lastName: 'A' });
    expect(await updateRecord(ctx, contacts, id, { lastName: 'A' }, 1)).toMatchObject({ version: 1 });
  });

  it('records what changed from what to what', async () => {
    const ctx = aUserContext(table);
    const { id } = await createRecord(ctx, contacts, { lastName: 'A' });
    await updateRecord(ctx, contacts, id, { lastName: 'B' }, 1);
    const { items } = await ctx.table.query({ pk: id, sk: { beginsWith: 'event#' }, reverse: true });
    expect(items[0]?.event).toMatchObject({
      type: 'contact.updated',
      data: { changes: { lastName: { before: 'A', after: 'B' } } },
    });
  });
});

describe('deleteRecord', () => {
  it('hides the record until it is restored as it was', async () => {
    const ctx = aUserContext(table);
    const created = await createRecord(ctx, contacts, { lastName: 'A' });
    await deleteRecord(ctx, contacts, created.id, 1);
    await expect(getRecord(ctx, contacts, created.id)).rejects.toMatchObject({ status: 404 });
    const restored = await restoreRecord(ctx, contacts, created.id);
    expect(restored).toMatchObject({ lastName: 'A', version: 3 });
  });
});

describe('rights', () => {
  const own = { create: 'own', read: 'own', update: 'own', delete: 'own' } as const;

  it("answers not found for another tenant's id, another type's id and a malformed one (T11)", async () => {
    const owner = aUserContext(table);
    const { id } = await createRecord(owner, contacts, { lastName: 'A' });
    const stranger = aUserContext(table);
    for (const [ctx, model, wanted] of [
      [stranger, contacts, id],
      [owner, { type: opportunityType }, id],
      [owner, contacts, 'con_nonsense'],
    ] as const) {
      await expect(getRecord(ctx, model, wanted)).rejects.toMatchObject({ status: 404 });
      await expect(updateRecord(ctx, model, wanted, { lastName: 'B' })).rejects.toMatchObject({
        status: 404,
      });
      await expect(deleteRecord(ctx, model, wanted)).rejects.toMatchObject({ status: 404 });
    }
  });

  it('keeps a role with own records from those of others (S11)', async () => {
    const owner = aUserContext(table);
    const { id } = await createRecord(owner, contacts, { lastName: 'A' });
    const access = { ...EVERYTHING, types: { contact: own } };
    const colleague = aUserContext(table, { tenantId: owner.tenantId, access });
    await expect(getRecord(colleague, contacts, id)).rejects.toMatchObject({ status: 404 });
    const assigned = { lastName: 'B', ownerId: owner.actor.id };
    await expect(createRecord(colleague, contacts, assigned)).rejects.toMatchObject({
      status: expect.any(Number),
    });
  });

  it('hides and protects fields by role, in answers and in input (S10)', async () => {
    const admin = aUserContext(table);
    const { id } = await createRecord(admin, contacts, {
      lastName: 'A',
      jobTitle: 'CTO',
      birthday: '1990-01-01',
    });
    const access = { ...EVERYTHING, fields: { contact: { birthday: 'hidden', jobTitle: 'read' } } } as const;
    const colleague = aUserContext(table, { tenantId: admin.tenantId, access });
    const seen = await getRecord(colleague, contacts, id);
    expect(seen).toMatchObject({ jobTitle: 'CTO' });
    expect(seen).not.toHaveProperty('birthday');
    await expect(updateRecord(colleague, contacts, id, { jobTitle: 'CEO' })).rejects.toMatchObject({
      status: 422,
    });
    await updateRecord(colleague, contacts, id, { lastName: 'B' });
    expect(await getRecord(admin, contacts, id)).toMatchObject({ birthday: '1990-01-01', lastName: 'B' });
  });
});
