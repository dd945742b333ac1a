import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
let client: ApiClient;

beforeAll(async () => {
  harness = await createHarness();
  ({ client } = await signUpCompany(harness));
});
afterAll(() => harness.close());

describe('search, duplicates, timeline and related lists over HTTP', () => {
  it('finds what was created as soon as its events are delivered, and lists narrow by it', async () => {
    const ada = await client.post('/contacts', {
      firstName: 'Ada',
      lastName: 'King',
      emails: [{ value: 'ada@king.example' }],
    });
    await client.post('/contacts', { lastName: 'Babbage' });
    await harness.drain({ seed: 7 });
    expect((await client.get('/search?q=kin')).body).toEqual({
      items: [{ id: ada.body.id, type: 'contact', title: 'Ada King' }],
    });
    expect((await client.get('/search?q=kin&types=account,lead')).body.items).toEqual([]);
    expect((await client.get('/contacts?q=ada')).body.items).toMatchObject([{ id: ada.body.id }]);
    expect((await client.get('/search?q=')).status).toBe(422);
    expect(harness.deadLetters).toEqual([]);
  });

  it('warns before creating somebody who exists, when asked to', async () => {
    const person = { firstName: 'Grace', lastName: 'Hopper', emails: [{ value: 'grace@navy.example' }] };
    const { body: grace } = await client.post('/contacts?duplicates=warn', person);
    await harness.drain();
    const warned = await client.post('/contacts?duplicates=warn', { ...person, firstName: 'G.' });
    expect(warned).toMatchObject({
      status: 409,
      body: { code: 'record.possible_duplicates', candidates: [{ id: grace.id, matched: ['email'] }] },
    });
    expect((await client.post('/contacts', { ...person, firstName: 'G.' })).status).toBe(201);
    const checked = await client.post('/contacts/duplicates', {
      values: { firstName: 'Grace', lastName: 'Hopper', emails: [{ value: 'half@' }] },
    });
    expect(checked.body).toMatchObject({ candidates: [{ id: grace.id, matched: ['name'] }], hiddenCount: 0 });
  });

  it('lists what points to a record, and what happened with it', async () => {
    const { body: account } = await client.post('/accounts', { name: 'Globex' });
    const { body: person } = await client.post('/contacts', { lastName: 'Scorpio', accountId: account.id });
    const related = await client.get(`/accounts/${account.id}/related/contacts`);
    expect(related.body).toMatchObject({
      items: [{ id: person.id }],
      nextCursor: null,
      names: { [account.id]: 'Globex' },
    });
    expect((await client.get(`/accounts/${account.id}/related/enemies`)).status).toBe(404);
    const timeline = await client.get(`/contacts/${person.id}/timeline`);
    expect(timeline.body).toMatchObject({
      items: [{ kind: 'event', event: { type: 'contact.created' } }],
      nextCursor: null,
    });
    expect((await client.get(`/contacts/${person.id}/timeline?cursor=x.y`)).status).toBe(400);
  });
});
