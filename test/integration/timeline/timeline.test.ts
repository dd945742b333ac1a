import type { UserContext } from '@vinculo/identity/access/user-context';
import { createRecord, deleteRecord, updateRecord } from '@vinculo/records/records/service';
import { readTimeline } from '@vinculo/records/timeline/timeline';
import type { TimelineItem } from '@vinculo/records/timeline/timeline-item';
import type { RecordValues } from '@vinculo/records/types/record-type';
import { catalogue } from '@vinculo/sales/catalogue';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FakeClock } from '../../support/fake-clock';
import { createTestTable, type TestTable } from '../../support/test-table';
import { aUserContext, EVERYTHING } from '../../support/user-context';

const contact = catalogue.model('contact');
const activity = catalogue.model('activity');
let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});

const clockOf = (ctx: UserContext) => ctx.clock as FakeClock;

function log(ctx: UserContext, regardingId: string, values: RecordValues = {}) {
  return createRecord(ctx, activity, { kind: 'note', subject: 'Note', regardingId, ...values });
}

const told = (item: TimelineItem) =>
  item.kind === 'event' ? item.event.type : String(item.activity.subject);

async function read(ctx: UserContext, typeName: string, id: string, limit?: number) {
  const items: TimelineItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await readTimeline(ctx, catalogue, catalogue.model(typeName), id, { limit, cursor });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

describe('readTimeline', () => {
  it('tells changes and activities together, newest first, with who and when', async () => {
    const ctx = aUserContext(table);
    const clock = clockOf(ctx);
    const { id } = await createRecord(ctx, contact, { lastName: 'King' });
    clock.advance({ hours: 1 });
    const note = await log(ctx, id, { body: 'She likes engines.' });
    clock.advance({ hours: 1 });
    await updateRecord(ctx, contact, id, { firstName: 'Ada' });
    await log(ctx, id, { kind: 'meeting', subject: 'Tea', at: '2026-03-20T16:00:00Z' });

    const page = await readTimeline(ctx, catalogue, contact, id);
    expect(page.items.map(told)).toEqual(['Tea', 'contact.updated', 'Note', 'contact.created']);
    expect(page.items[1]).toMatchObject({
      kind: 'event',
      at: '2026-03-02T11:00:00.000Z',
      actor: { kind: 'user', id: ctx.actor.id },
      event: { data: { changes: { firstName: { before: null, after: 'Ada' } } } },
    });
    expect(page.items[2]).toMatchObject({ id: note.id, activity: { body: 'She likes engines.' } });
    expect(page.nextCursor).toBeNull();
  });

  it('names the records that it mentions', async () => {
    const ctx = aUserContext(table);
    const company = await createRecord(ctx, catalogue.model('account'), { name: 'Globex' });
    const { id } = await createRecord(ctx, contact, { lastName: 'King', accountId: company.id });
    const { names } = await readTimeline(ctx, catalogue, contact, id);
    expect(names).toMatchObject({ [company.id]: 'Globex', [id]: 'King' });
  });

  it('tells an account of what was done with its people, once', async () => {
    const ctx = aUserContext(table);
    const company = await createRecord(ctx, catalogue.model('account'), { name: 'Globex' });
    const person = await createRecord(ctx, contact, { lastName: 'King', accountId: company.id });
    await log(ctx, person.id, { subject: 'With her' });
    await log(ctx, company.id, { subject: 'With them' });
    const items = await read(ctx, 'account', company.id);
    expect(items.map(told).sort()).toEqual(['With her', 'With them', 'account.created']);
  });

  it('goes on with the history of the lead that a contact was, if the role may read it', async () => {
    const ctx = aUserContext(table);
    const lead = await createRecord(ctx, catalogue.model('lead'), { lastName: 'King' });
    clockOf(ctx).advance({ minutes: 1 });
    const { id } = await createRecord(ctx, contact, { lastName: 'King' });
    const item = await ctx.table.get({ pk: id, sk: 'record' });
    if (item) await ctx.table.batchWrite([{ put: { ...item, data: { fromLeadId: lead.id } } }]);
    expect((await read(ctx, 'contact', id)).map(told)).toEqual(['contact.created', 'lead.created']);
    const types = {
      '*': EVERYTHING.types['*'],
      lead: { create: 'none', read: 'none', update: 'none', delete: 'none' },
    };
    const limited = { ...ctx, access: { ...EVERYTHING, types } } as UserContext;
    expect((await read(limited, 'contact', id)).map(told)).toEqual(['contact.created']);
  });

  it('tells which import created a record, which wrote one event for many', async () => {
    const ctx = aUserContext(table);
    await ctx.table.batchWrite([
      { put: { pk: 'imports', sk: 'imp_1', kind: 'import', fileName: 'customers.csv' } },
    ]);
    const made = await createRecord(ctx, contact, { lastName: 'King' }, { importId: 'imp_1' });
    const { items } = await ctx.table.query({ pk: made.id, sk: { beginsWith: 'event#' } });
    await ctx.table.batchWrite(items.map(({ pk, sk }) => ({ delete: { pk, sk } })));
    clockOf(ctx).advance({ minutes: 1 });
    await updateRecord(ctx, contact, made.id, { firstName: 'Ada' });
    const [updated, created] = await read(ctx, 'contact', made.id, 1);
    expect(updated && told(updated)).toBe('contact.updated');
    expect(created).toMatchObject({
      at: made.createdAt,
      event: { type: 'contact.created', data: { importId: 'imp_1', importName: 'customers.csv' } },
    });
  });

  it('shows neither hidden fields nor events that tell of nothing else (S10)', async () => {
    const ctx = aUserContext(table);
    const { id } = await createRecord(ctx, contact, { lastName: 'King', jobTitle: 'Marker-1' });
    clockOf(ctx).advance({ minutes: 1 });
    await updateRecord(ctx, contact, id, { jobTitle: 'Marker-2' });
    await updateRecord(ctx, contact, id, { jobTitle: 'Marker-3', firstName: 'Ada' });
    const limited = {
      ...ctx,
      access: { ...EVERYTHING, fields: { contact: { jobTitle: 'hidden' } } },
    } as UserContext;
    const items = await read(limited, 'contact', id);
    expect(items.map(told)).toEqual(['contact.updated', 'contact.created']);
    expect(JSON.stringify(items)).not.toContain('Marker');
    expect(JSON.stringify(items)).toContain('Ada');
  });

  it('shows the activities that the role may read, and no deleted ones (S11)', async () => {
    const ctx = aUserContext(table);
    const { id } = await createRecord(ctx, contact, { lastName: 'King' });
    const mine = aUserContext(table, { tenantId: ctx.tenantId });
    await log(ctx, id, { subject: 'Hers' });
    await log(mine, id, { subject: 'Mine' });
    const gone = await log(mine, id, { subject: 'Gone' });
    await deleteRecord(mine, activity, gone.id);
    const own = { create: 'all', read: 'own', update: 'own', delete: 'own' };
    const types = { ...EVERYTHING.types, activity: own };
    const limited = { ...mine, access: { ...EVERYTHING, types } } as UserContext;
    expect((await read(limited, 'contact', id)).map(told).sort()).toEqual(['Mine', 'contact.created']);
  });

  it('is not found for who may not read the record', async () => {
    const ctx = aUserContext(table);
    const { id } = await createRecord(ctx, contact, { lastName: 'King' });
    await expect(readTimeline(aUserContext(table), catalogue, contact, id)).rejects.toMatchObject({
      status: 404,
    });
  });

  it('repeats and misses nothing over pages, while more is written (P5)', async () => {
    let runs = 0;
    const step = fc.record({ isActivity: fc.boolean(), minutes: fc.integer({ min: 0, max: 2 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (steps, limit) => {
          const ctx = aUserContext(table);
          // Ids of events never go back in time, so neither does this clock from run to run.
          clockOf(ctx).set(new Date(Date.parse('2027-01-01') + ++runs * 86_400_000));
          const { id } = await createRecord(ctx, contact, { lastName: '0' });
          for (const [n, { isActivity, minutes }] of steps.entries()) {
            clockOf(ctx).advance({ minutes });
            if (isActivity) await log(ctx, id);
            else await updateRecord(ctx, contact, id, { lastName: String(n + 1) });
          }
          const all = await read(ctx, 'contact', id, 100);
          const paged: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await readTimeline(ctx, catalogue, contact, id, { limit, cursor });
            expect(page.items.length).toBeLessThanOrEqual(limit);
            paged.push(...page.items.map((item) => item.id));
            cursor = page.nextCursor ?? undefined;
            clockOf(ctx).advance({ minutes: 1 });
            if (paged.length < 10) await log(ctx, id, { subject: 'Meanwhile' });
          } while (cursor);
          expect(paged).toEqual(all.map((item) => item.id));
          expect(all).toHaveLength(steps.length + 1);
        },
      ),
      { numRuns: 25 },
    );
  });
});
