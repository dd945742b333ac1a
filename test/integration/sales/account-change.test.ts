import { createRecord, deleteRecord, getRecord, updateRecord } from '@vinculo/records/records/service';
import { readTimeline } from '@vinculo/records/timeline/timeline';
import {
  accountModel,
  activityModel,
  catalogue,
  contactModel,
  opportunityModel,
} from '@vinculo/sales/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { perform, runImport } from '../../support/import-jobs';
import { anOpportunity, aSellerIn } from '../../support/sellers';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

/** Ada at Globex, a deal with them, and something done and something to do with each. */
async function aHistory() {
  const ctx = await aSellerIn(harness);
  const [globex, initech] = await Promise.all(
    ['Globex', 'Initech'].map((name) => createRecord(ctx, accountModel, { name })),
  );
  if (!globex || !initech) throw new Error('Two accounts were created');
  const ada = await createRecord(ctx, contactModel, { lastName: 'Ada', accountId: globex.id });
  const deal = await anOpportunity(ctx, { accountId: globex.id, contactId: ada.id });
  const about = (regardingId: string, kind: string, subject: string) =>
    createRecord(ctx, activityModel, { kind, subject, regardingId });
  const activities = {
    call: await about(ada.id, 'note', 'Called Ada'),
    task: await about(ada.id, 'task', 'Send Ada prices'),
    dealNote: await about(deal.id, 'note', 'Deal looks good'),
    visit: await about(globex.id, 'note', 'Visited Globex'),
  };
  const told = async (accountId: string) => {
    const { items } = await readTimeline(ctx, catalogue, accountModel, accountId, { limit: 100 });
    return items.flatMap((item) => (item.kind === 'activity' ? [item.activity.subject] : [])).sort();
  };
  return { ctx, globex, initech, ada, deal, activities, told };
}

describe('activities about whoever changes their account', () => {
  it('go with the contact to the new account, done or to do; what is about the old one stays there', async () => {
    const { ctx, globex, initech, ada, told } = await aHistory();
    expect(await told(globex.id)).toEqual([
      'Called Ada',
      'Deal looks good',
      'Send Ada prices',
      'Visited Globex',
    ]);
    await updateRecord(ctx, contactModel, ada.id, { accountId: initech.id });
    await harness.drain();
    expect(await told(initech.id)).toEqual(['Called Ada', 'Send Ada prices']);
    expect(await told(globex.id)).toEqual(['Deal looks good', 'Visited Globex']);
  });

  it('go with an opportunity, and count for none when there is none any more', async () => {
    const { ctx, globex, initech, deal, activities, told } = await aHistory();
    await updateRecord(ctx, opportunityModel, deal.id, { accountId: initech.id });
    await harness.drain();
    expect(await told(initech.id)).toEqual(['Deal looks good']);
    await updateRecord(ctx, opportunityModel, deal.id, { accountId: null });
    await harness.drain();
    expect(await told(initech.id)).toEqual([]);
    expect(await told(globex.id)).not.toContain('Deal looks good');
    expect(await getRecord(ctx, activityModel, activities.dealNote.id)).not.toHaveProperty('accountId');
  });

  it('end where the contact is, whatever the order and number of events (D5, D6)', async () => {
    for (const seed of [1, 2, 3]) {
      const { ctx, globex, initech, ada, activities, told } = await aHistory();
      await deleteRecord(ctx, activityModel, activities.task.id);
      for (const accountId of [initech.id, null, globex.id, initech.id]) {
        await updateRecord(ctx, contactModel, ada.id, { accountId });
      }
      await harness.drain({ seed });
      expect(await told(initech.id)).toEqual(['Called Ada']);
      expect(await told(globex.id)).toEqual(['Deal looks good', 'Visited Globex']);
      const { version } = await getRecord(ctx, activityModel, activities.call.id);
      await harness.drain({ seed });
      expect((await getRecord(ctx, activityModel, activities.call.id)).version).toBe(version);
    }
    expect(harness.deadLetters).toEqual([]);
  });

  it('follow an import that moves contacts, and its undo', async () => {
    const { client } = await signUpCompany(harness);
    await client.post('/accounts', { name: 'Globex' });
    const { body: initech } = await client.post('/accounts', { name: 'Initech' });
    await runImport(harness, client, { bytes: 'Id,Last name,Account\n1,Ada,Globex\n' });
    const { body: contacts } = await client.get('/contacts');
    const note = { kind: 'note', subject: 'Called Ada', regardingId: contacts.items[0].id };
    const { body: activity } = await client.post('/activities', note);
    const accountOf = async () => (await client.get(`/activities/${activity.id}`)).body.accountId;
    const before = await accountOf();
    expect(before).toMatch(/^acc_/);
    const bytes = 'Id,Last name,Account\n1,Ada,Initech\n';
    const { id } = await runImport(harness, client, { bytes }, { mode: 'update' });
    expect(await accountOf()).toBe(initech.id);
    await perform(harness, client, id, 'undo');
    expect(await accountOf()).toBe(before);
  });
});
