import type { Access } from '@vinculo/identity/access/access';
import { createRecord, getRecord, updateRecord } from '@vinculo/records/records/service';
import { readTimeline } from '@vinculo/records/timeline/timeline';
import type { RecordModel } from '@vinculo/records/types/catalogue';
import { accountModel, activityModel, catalogue, contactModel, leadModel } from '@vinculo/sales/catalogue';
import { convertLead } from '@vinculo/sales/conversion/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';
import { aColleague, aSellerIn, theDefaultPipeline } from '../../support/sellers';
import { EVERYTHING } from '../../support/user-context';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

async function aLead(values: Record<string, unknown> = {}) {
  const ctx = await aSellerIn(harness);
  await theDefaultPipeline(ctx);
  const lead = await createRecord(ctx, leadModel, {
    firstName: 'Lucía',
    lastName: 'Ferrer',
    company: 'Ferrer e Hijos',
    emails: [{ value: 'lucia@ferrer.example' }],
    expectedValue: { amountMinor: 1_200_000, currency: 'EUR' },
    ...values,
  });
  return { ctx, lead };
}

const everything = { account: { create: {} }, contact: {}, opportunity: {} };

describe('convertLead', () => {
  it('makes account, contact and opportunity of it in one transaction, with an event of each (D4)', async () => {
    const { ctx, lead } = await aLead();
    const { account, contact, opportunity } = await convertLead(ctx, lead.id, everything, 1);
    expect(account).toMatchObject({ name: 'Ferrer e Hijos' });
    expect(contact).toMatchObject({
      lastName: 'Ferrer',
      emails: [{ value: 'lucia@ferrer.example' }],
      accountId: account.id,
      fromLeadId: lead.id,
    });
    expect(opportunity).toMatchObject({
      name: 'Ferrer e Hijos',
      amount: { amountMinor: 1_200_000, currency: 'EUR' },
      accountId: account.id,
      contactId: contact.id,
      probability: 10,
    });
    expect(await getRecord(ctx, leadModel, lead.id)).toMatchObject({
      status: 'converted',
      convertedAccountId: account.id,
      convertedContactId: contact.id,
      convertedOpportunityId: opportunity?.id,
    });
    await harness.drain();
    const types = harness.published
      .filter(({ tenantId }) => tenantId === ctx.tenantId)
      .map(({ type }) => type);
    expect(types.sort()).toEqual(
      [
        'account.created',
        'contact.created',
        'lead.converted',
        'lead.created',
        'lead.updated',
        'opportunity.created',
        'pipeline.created',
      ].sort(),
    );
  });

  it('uses an account that is there, and what the input says instead of the lead', async () => {
    const { ctx, lead } = await aLead();
    const known = await createRecord(ctx, accountModel, { name: 'Known' });
    const input = { account: { id: known.id }, contact: { firstName: 'Lu', emails: null } };
    const { account, contact, opportunity } = await convertLead(ctx, lead.id, input, 1);
    expect(account.id).toBe(known.id);
    expect(contact).toMatchObject({ firstName: 'Lu', lastName: 'Ferrer', accountId: known.id });
    expect(contact).not.toHaveProperty('emails');
    expect(opportunity).toBeUndefined();
  });

  it('happens once: again answers 409 with what it became', async () => {
    const { ctx, lead } = await aLead();
    const both = await Promise.allSettled([
      convertLead(ctx, lead.id, everything, 1),
      convertLead(ctx, lead.id, everything, 1),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { convertedAccountId, convertedContactId } = await getRecord(ctx, leadModel, lead.id);
    await expect(convertLead(ctx, lead.id, everything, 1)).rejects.toMatchObject({
      status: 409,
      code: 'lead.already_converted',
      extra: { accountId: convertedAccountId, contactId: convertedContactId },
    });
    const accounts = (await dumpTable(harness.table)).filter(
      ({ pk, type }) => type === 'account' && pk.startsWith(ctx.tenantId),
    );
    expect(accounts).toHaveLength(1);
  });

  it('points at what is refused in its parts, and leaves no trace', async () => {
    const { ctx, lead } = await aLead();
    await createRecord(ctx, contactModel, { lastName: 'Other', externalId: 'x-1' });
    const before = await dumpTable(harness.table);
    const refusals: Array<[object, string]> = [
      [{ account: { create: { name: '' } } }, '/account/create/name'],
      [{ contact: { emails: [{ value: 'no' }] } }, '/contact/emails/0/value'],
      [{ contact: { externalId: 'x-1' } }, '/contact/externalId'],
      [{ opportunity: { stageId: 'stg_none' } }, '/opportunity/stageId'],
      [{ opportunity: { status: 'won' } }, '/opportunity/status'],
      [{ contact: { ownerId: 'usr_none' } }, '/contact/ownerId'],
    ];
    for (const [part, pointer] of refusals) {
      await expect(convertLead(ctx, lead.id, { ...everything, ...part }, 1)).rejects.toMatchObject({
        errors: [expect.objectContaining({ pointer })],
      });
    }
    const unknown = { account: { id: 'acc_01ARZ3NDEKTSV4RRFFQ69G5FAV' }, contact: {} };
    await expect(convertLead(ctx, lead.id, unknown, 1)).rejects.toMatchObject({ status: 404 });
    await expect(convertLead(ctx, lead.id, everything, 2)).rejects.toMatchObject({ status: 412 });
    expect(await dumpTable(harness.table)).toHaveLength(before.length);
  });

  it('is for who may change the lead and create what it becomes (S9, S11)', async () => {
    const { ctx, lead } = await aLead();
    const own = { create: 'own', read: 'own', update: 'own', delete: 'own' } as const;
    const as = (types: Access['types']) =>
      aColleague(ctx, harness.table, { access: { ...EVERYTHING, types } });
    const all = { create: 'all', read: 'all', update: 'all', delete: 'all' } as const;
    const attempts: Array<[Access['types'], number]> = [
      [{ '*': own }, 404],
      [{ '*': all, lead: { ...all, update: 'none' } }, 403],
      [{ '*': all, opportunity: { ...all, create: 'none' } }, 403],
    ];
    for (const [types, status] of attempts) {
      await expect(convertLead(as(types), lead.id, everything, 1)).rejects.toMatchObject({ status });
    }
  });

  it('hands what is to do to the contact, and leaves what was done visible on both and on the account', async () => {
    const { ctx, lead } = await aLead();
    const about = (values: object) => createRecord(ctx, activityModel, { ...values, regardingId: lead.id });
    const note = await about({ kind: 'note', subject: 'Met at the fair' });
    const task = await about({ kind: 'task', subject: 'Send prices' });
    const meeting = await about({ kind: 'meeting', subject: 'Demo', at: '2026-03-09T09:00:00Z' });
    ctx.clock.advance({ minutes: 1 });
    const { account, contact } = await convertLead(ctx, lead.id, everything, 1);
    await harness.drain({ seed: 2 });
    const regarding = async ({ id }: { id: string }) => {
      const { regardingId, accountId } = await getRecord(ctx, activityModel, id);
      return { regardingId, accountId };
    };
    expect(await regarding(task)).toEqual({ regardingId: contact.id, accountId: account.id });
    expect(await regarding(meeting)).toEqual({ regardingId: contact.id, accountId: account.id });
    expect(await regarding(note)).toEqual({ regardingId: lead.id, accountId: account.id });

    const told = async (model: RecordModel, id: string) => {
      const { items } = await readTimeline(ctx, catalogue, model, id, { limit: 100 });
      return items.flatMap((item) => (item.kind === 'activity' ? item.activity.subject : item.event.type));
    };
    const all = ['Met at the fair', 'Send prices', 'Demo'];
    expect(await told(contactModel, contact.id)).toEqual(
      expect.arrayContaining([...all, 'lead.created', 'lead.converted', 'contact.created']),
    );
    expect(await told(accountModel, account.id)).toEqual(expect.arrayContaining(all));
    expect(await told(leadModel, lead.id)).toContain('Met at the fair');
    expect(harness.deadLetters).toEqual([]);
  });
});

describe('a lead', () => {
  it('becomes converted only by conversion, and stays it', async () => {
    const { ctx, lead } = await aLead();
    await expect(updateRecord(ctx, leadModel, lead.id, { status: 'converted' })).rejects.toMatchObject({
      errors: [{ pointer: '/status', code: 'lead.convert_only' }],
    });
    await convertLead(ctx, lead.id, everything, 1);
    await expect(updateRecord(ctx, leadModel, lead.id, { status: 'new' })).rejects.toMatchObject({
      errors: [{ pointer: '/status', code: 'lead.converted' }],
    });
  });
});
