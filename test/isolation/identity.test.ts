import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinCompany } from '../integration/identity/colleague';
import { signUpCompany } from '../support/api-client';
import { dumpTable } from '../support/dump-table';
import { createHarness, type Harness } from '../support/harness';
import { createKey } from '../support/key-client';

let harness: Harness;
let own: Awaited<ReturnType<typeof signUpCompany>>;
let foreign: Awaited<ReturnType<typeof signUpCompany>>;
const ids: Record<string, string> = {};
beforeAll(async () => {
  harness = await createHarness();
  own = await signUpCompany(harness);
  foreign = await signUpCompany(harness, { company: 'Other' });
  const role = { name: 'Theirs', home: 'sales', permissions: [], types: {}, fields: {} };
  ids.role = (await foreign.client.post('/roles', role)).body.id;
  ids.team = (await foreign.client.post('/teams', { name: 'Theirs' })).body.id;
  ids.user = (await joinCompany(harness, foreign.client, 'sales_rep')).user.id;
  const invitation = { email: 'theirs@example.com', roleId: 'analyst' };
  ids.invitation = (await foreign.client.post('/invitations', invitation)).body.id;
  ids.key = (await createKey(foreign.client)).key.id;
  ids.session = (await foreign.client.get('/sessions')).body.items[0].id;
});
afterAll(() => harness.close());

/** Everything but what a refused request may leave: its own audit line. */
const stateOf = async () => (await dumpTable(harness.table)).filter(({ kind }) => kind !== 'event');

describe('two tenants', () => {
  it.each([
    ['PATCH', 'user', (id: string) => `/users/${id}`, { name: 'Mine' }],
    ['PATCH', 'role', (id: string) => `/roles/${id}`, { name: 'Mine' }],
    ['GET', 'role', (id: string) => `/roles/${id}`, undefined],
    ['DELETE', 'role', (id: string) => `/roles/${id}`, undefined],
    ['PATCH', 'team', (id: string) => `/teams/${id}`, { name: 'Mine' }],
    ['DELETE', 'team', (id: string) => `/teams/${id}`, undefined],
    ['DELETE', 'invitation', (id: string) => `/invitations/${id}`, undefined],
    ['POST', 'invitation', (id: string) => `/invitations/${id}/resend`, undefined],
    ['DELETE', 'session', (id: string) => `/sessions/${id}`, undefined],
    ['GET', 'key', (id: string) => `/api-keys/${id}`, undefined],
    ['PATCH', 'key', (id: string) => `/api-keys/${id}`, { name: 'Mine' }],
    ['DELETE', 'key', (id: string) => `/api-keys/${id}`, undefined],
    ['POST', 'key', (id: string) => `/api-keys/${id}/rotate`, {}],
  ])(
    '%s with another tenant’s %s id finds nothing and changes nothing (T3)',
    async (method, kind, toPath, body) => {
      const before = await stateOf();
      const path = toPath(ids[kind] ?? '');
      const answer = await own.client.call(method, path, body, { 'if-match': '"1"' });
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
      expect(await stateOf()).toEqual(before);
    },
  );

  it('cannot give each other’s roles and teams (T3)', async () => {
    const { user } = own.session;
    const patch = (changes: object) => own.client.patch(`/users/${user.id}`, changes, user.version);
    expect((await patch({ roleId: ids.role })).status).toBe(422);
    expect((await patch({ teamIds: [ids.team] })).status).toBe(422);
    const invitation = { email: 'x@example.com', roleId: ids.role };
    expect((await own.client.post('/invitations', invitation)).status).toBe(422);
  });

  it('see nothing of each other in any list', async () => {
    const markers = [
      ...Object.values(ids),
      foreign.session.tenant.id,
      foreign.session.user.id,
      foreign.email,
    ];
    for (const path of [
      '/users',
      '/roles',
      '/teams',
      '/invitations',
      '/api-keys',
      '/audit?limit=100',
      '/sessions',
      '/session',
    ]) {
      const text = JSON.stringify((await own.client.get(path)).body);
      for (const marker of markers) expect(text, path).not.toContain(marker);
    }
  });

  it('are told apart by the session or the API key alone: a tenant named anywhere else changes nothing (T1)', async () => {
    const { id } = foreign.session.tenant;
    const headers = { 'x-tenant-id': id, tenant: id, tenantid: id, 'x-amz-security-token': id };
    for (const path of ['/tenant', '/session', '/users', '/teams', '/roles']) {
      const plain = await own.client.get(path);
      const named = await own.client.call('GET', `${path}?tenantId=${id}&tenant=${id}`, undefined, headers);
      expect(named.body, path).toEqual(plain.body);
    }
    const { program } = await createKey(own.client);
    for (const path of ['/tenant', '/users', '/contacts', '/pipelines']) {
      const plain = await program.get(path);
      const named = await program.call('GET', `${path}?tenantId=${id}&tenant=${id}`, undefined, headers);
      expect(plain.status, path).toBe(200);
      expect(named.body, path).toEqual(plain.body);
    }
    const made = await program.call('POST', '/contacts', { lastName: 'Byron', tenantId: id }, headers);
    expect(made).toMatchObject({ status: 422, body: { errors: [{ pointer: '/tenantId' }] } });
    const refused = await own.client.post('/teams', { name: 'Mine', tenantId: id });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/tenantId' }] } });
  });
});
