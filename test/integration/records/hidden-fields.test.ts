import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { joinCompany } from '../identity/colleague';

const ALL = { create: 'all', read: 'all', update: 'all', delete: 'all' };
const MARKERS = ['Secretname', 'Secretjob', 'secret@mail.example', '600777888', 'Secretphrase'];

let harness: Harness;
let admin: ApiClient;
let limited: ApiClient;
let contactId: string;
let accountId: string;

/** A contact full of markers in the fields that the colleague's role hides, and all that hangs on it. */
beforeAll(async () => {
  harness = await createHarness();
  ({ client: admin } = await signUpCompany(harness));
  const role = await admin.post('/roles', {
    name: 'Limited',
    home: 'sales',
    permissions: ['records.export', 'views.share'],
    types: { '*': ALL },
    fields: {
      contact: {
        lastName: 'hidden',
        jobTitle: 'hidden',
        emails: 'hidden',
        phones: 'hidden',
        description: 'hidden',
      },
    },
  });
  const colleague = await joinCompany(harness, admin, role.body.id);
  limited = colleague.client;
  accountId = (await admin.post('/accounts', { name: 'Engines' })).body.id;
  const values = {
    firstName: 'Ada',
    lastName: 'Secretname',
    jobTitle: 'Secretjob',
    emails: [{ value: 'secret@mail.example' }],
    phones: [{ value: '+34 600777888' }],
    description: 'Secretphrase',
  };
  contactId = (await admin.post('/contacts', { ...values, accountId })).body.id;
  await admin.patch(`/contacts/${contactId}`, { jobTitle: 'Secretjob again', firstName: 'Adele' }, 1);
  await admin.patch(`/contacts/${contactId}`, { ownerId: colleague.user.id }, 2);
  await admin.post('/opportunities', { name: 'Deal', contactId, accountId });
  await admin.post('/activities', { kind: 'note', subject: 'Note', regardingId: contactId });
  const columns = [{ field: 'firstName' }, { field: 'jobTitle' }];
  await admin.post('/views', { type: 'contact', name: 'Jobs', visibility: 'shared', columns });
  const filter = [{ field: 'jobTitle', op: 'eq', value: 'Secretjob' }];
  await admin.post('/views', {
    type: 'contact',
    name: 'Filter',
    visibility: 'shared',
    columns: [{ field: 'firstName' }],
    filter,
  });
  await harness.drain();
  await limited.call('PUT', `/favourites/${contactId}`);
  await limited.call('PUT', `/recents/${contactId}`);
}, 120_000);
afterAll(() => harness.close());

describe('fields that a role hides (S10)', () => {
  it.each([
    ['a record', () => `/contacts/${contactId}`],
    ['a list', () => '/contacts'],
    ['the names in a list', () => '/opportunities?fields=name,contactId'],
    ['a related list', () => `/accounts/${accountId}/related/contacts`],
    ['a timeline', () => `/contacts/${contactId}/timeline`],
    ['the timeline of the account', () => `/accounts/${accountId}/timeline`],
    ['activities', () => '/activities'],
    ['a search', () => '/search?q=adele'],
    ['favourites', () => '/favourites'],
    ['recents', () => '/recents'],
    ['notifications', () => '/notifications'],
    ['shared views', () => '/views'],
  ])('are not in %s, which has something to show', async (_, path) => {
    const answer = await limited.get(path());
    expect(answer.status).toBe(200);
    const text = JSON.stringify(answer.body);
    for (const marker of MARKERS) expect(text).not.toContain(marker);
    expect(text).toMatch(/Adele|Note|Jobs|Deal|Engines/);
    // The same is there for whoever may see it, so the test would notice.
    if (!/favourites|recents|notifications|activities$|search/.test(path())) {
      expect(JSON.stringify((await admin.get(path())).body)).toMatch(/Secret/);
    }
  });

  it.each(['secretname', 'secret@mail', '600777888', 'adele secretname', 'secretjob'])(
    'are not found by %s',
    async (q) => {
      expect((await limited.get(`/search?q=${encodeURIComponent(q)}`)).body.items).toEqual([]);
      expect((await limited.get(`/contacts?q=${encodeURIComponent(q)}`)).body.items).toEqual([]);
    },
  );

  it.each(['filter=[{"field":"jobTitle","op":"eq","value":"x"}]', 'sort=lastName', 'fields=emails'])(
    'cannot be asked for by %s',
    async (query) => {
      const [name, value = ''] = query.split(/=(.*)/s);
      expect((await limited.get(`/contacts?${name}=${encodeURIComponent(value)}`)).status).toBe(422);
    },
  );

  it('match no duplicate and are in no metadata', async () => {
    const values = { firstName: 'Adele', lastName: 'Secretname', emails: [{ value: 'secret@mail.example' }] };
    const found = await limited.post('/contacts/duplicates', { values });
    expect(found.body).toEqual({ candidates: [], hiddenCount: 0 });
    const { recordTypes } = (await limited.get('/metadata')).body;
    const contact = recordTypes.find((type: { plural: string }) => type.plural === 'contacts');
    expect(JSON.stringify(contact)).not.toMatch(/"(lastName|jobTitle|emails|phones)"/);
  });
});

describe('being given a record', () => {
  it('is told once, to the new owner, by name', async () => {
    const { body } = await limited.get('/notifications');
    expect(body).toMatchObject({
      unreadCount: 1,
      items: [{ kind: 'record.assigned', title: 'Ada Admin assigned you Adele', recordId: contactId }],
    });
    expect((await admin.get('/notifications')).body.items).toEqual([]);
  });
});
