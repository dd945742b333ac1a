import { createRecord, updateRecord } from '@vinculo/records/records/service';
import { accountModel, activityModel, contactModel, leadModel } from '@vinculo/sales/catalogue';
import { beforeAll, describe, expect, it } from 'vitest';
import { anOpportunity, aSeller } from '../../support/sellers';
import { createTestTable, type TestTable } from '../../support/test-table';

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});

describe('an activity', () => {
  it('counts for the account of what it is about, and follows when that changes', async () => {
    const ctx = aSeller(table);
    const account = await createRecord(ctx, accountModel, { name: 'Globex' });
    const contact = await createRecord(ctx, contactModel, { lastName: 'Ruiz', accountId: account.id });
    const deal = await anOpportunity(ctx, { accountId: account.id });
    const loner = await createRecord(ctx, contactModel, { lastName: 'Solo' });
    const lead = await createRecord(ctx, leadModel, { company: 'Initech' });
    for (const { id } of [account, contact, deal]) {
      const activity = await createRecord(ctx, activityModel, {
        kind: 'call',
        subject: 'Call',
        regardingId: id,
      });
      expect(activity.accountId).toBe(account.id);
      const moved = await updateRecord(ctx, activityModel, activity.id, { regardingId: loner.id });
      expect(moved.accountId).toBeUndefined();
    }
    const early = await createRecord(ctx, activityModel, {
      kind: 'note',
      subject: 'Lead',
      regardingId: lead.id,
    });
    expect(early.accountId).toBeUndefined();
    const input = { kind: 'note', subject: 'Mine', accountId: account.id };
    await expect(createRecord(ctx, activityModel, input)).rejects.toMatchObject({ status: 422 });
  });

  it('happened now when it is a note or an e-mail without a time, and not otherwise', async () => {
    const ctx = aSeller(table);
    const at = async (kind: string) =>
      (await createRecord(ctx, activityModel, { kind, subject: 'Something' })).at ?? null;
    expect([await at('note'), await at('email')]).toEqual(Array(2).fill('2026-03-02T09:00:00.000Z'));
    expect([await at('task'), await at('meeting')]).toEqual([null, null]);
    const earlier = { kind: 'note', subject: 'Then', at: '2026-02-01T10:00:00Z' };
    expect(await createRecord(ctx, activityModel, earlier)).toMatchObject({
      at: '2026-02-01T10:00:00.000Z',
    });
  });

  it('remembers when it was done, until it is to do again', async () => {
    const ctx = aSeller(table);
    const task = await createRecord(ctx, activityModel, { kind: 'task', subject: 'Write' });
    const change = (patch: object) => updateRecord(ctx, activityModel, task.id, { ...patch });
    ctx.clock.advance({ hours: 1 });
    expect(await change({ isDone: true })).toMatchObject({ doneAt: '2026-03-02T10:00:00.000Z' });
    ctx.clock.advance({ hours: 1 });
    expect(await change({ subject: 'Written' })).toMatchObject({ doneAt: '2026-03-02T10:00:00.000Z' });
    expect(await change({ isDone: false })).not.toHaveProperty('doneAt');
  });
});
