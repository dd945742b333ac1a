import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { joinCompany } from './colleague';

let harness: Harness;
let company: Awaited<ReturnType<typeof signUpCompany>>;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());
beforeEach(async () => {
  company = await signUpCompany(harness);
});

describe('GET /users', () => {
  it('shows everybody to everybody, with the invited', async () => {
    const rep = await joinCompany(harness, company.client, 'sales_rep');
    await company.client.post('/invitations', { email: 'zoe@example.org', roleId: 'analyst' });
    const { items } = (await rep.client.get('/users')).body;
    expect(items).toMatchObject([
      { name: 'Ada Admin', roleId: 'admin', status: 'active', lastSeenAt: expect.any(String) },
      { email: rep.email, roleId: 'sales_rep', status: 'active', version: 2 },
      { name: 'zoe@example.org', roleId: 'analyst', status: 'invited', lastSeenAt: null },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/password|epoch|hash/i);
  });
});

describe('PATCH /users/{id}', () => {
  it('makes a new role hold from the next request with the old cookie (S7)', async () => {
    const rep = await joinCompany(harness, company.client, 'admin');
    expect((await rep.client.get('/audit')).status).toBe(200);
    const demoted = await company.client.patch(
      `/users/${rep.user.id}`,
      { roleId: 'read_only' },
      rep.user.version,
    );
    expect(demoted).toMatchObject({ status: 200, body: { roleId: 'read_only', version: 3 } });
    expect(demoted.headers.get('etag')).toBe('"3"');
    expect((await rep.client.get('/audit')).status).toBe(403);
    expect((await rep.client.get('/session')).body).toMatchObject({
      access: { roleId: 'read_only' },
      roleName: 'Read only',
    });
  });

  it('ends a disabled user’s sessions at once and keeps the user out (S6)', async () => {
    const rep = await joinCompany(harness, company.client, 'sales_rep');
    const disabled = await company.client.patch(
      `/users/${rep.user.id}`,
      { status: 'disabled' },
      rep.user.version,
    );
    expect(disabled.body.status).toBe('disabled');
    expect((await rep.client.get('/session')).status).toBe(401);
    const logIn = { email: rep.email, password: rep.password };
    expect((await createApiClient().post('/login', logIn)).body.code).toBe('login.invalid');

    const enabled = await company.client.patch(
      `/users/${rep.user.id}`,
      { status: 'active' },
      disabled.body.version,
    );
    expect(enabled.status).toBe(200);
    expect((await rep.client.get('/session')).status).toBe(401);
    expect((await createApiClient().post('/login', logIn)).status).toBe(200);
  });

  it('keeps one administrator, also when two remove each other at the same moment', async () => {
    const { user, tenant } = company.session;
    expect(tenant.plan).toBe('trial');
    const alone = await company.client.patch(`/users/${user.id}`, { roleId: 'sales_rep' }, user.version);
    expect(alone).toMatchObject({ status: 409, body: { code: 'user.last_admin' } });

    const second = await joinCompany(harness, company.client, 'admin');
    const answers = await Promise.all([
      company.client.patch(`/users/${second.user.id}`, { roleId: 'sales_rep' }, second.user.version),
      second.client.patch(`/users/${user.id}`, { status: 'disabled' }, user.version),
    ]);
    expect(answers.map(({ status }) => status)).toContain(200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const stillIn = answers[0]?.status === 200 ? company.client : second.client;
    const { items } = (await stillIn.get('/users')).body;
    const admins = items.filter((item: { roleId: string; status: string }) => {
      return item.roleId === 'admin' && item.status === 'active';
    });
    expect(admins).toHaveLength(1);
  });

  it('needs the version that was seen: 428 without, 412 with the user as it is (D2)', async () => {
    const rep = await joinCompany(harness, company.client, 'sales_rep');
    const path = `/users/${rep.user.id}`;
    expect((await company.client.call('PATCH', path, { name: 'X' })).status).toBe(428);
    expect((await company.client.patch(path, { name: 'New Name' }, 2)).status).toBe(200);
    expect(await company.client.patch(path, { name: 'Other' }, 2)).toMatchObject({
      status: 412,
      body: { code: 'record.stale', current: { name: 'New Name', version: 3 } },
    });
  });

  it.each(['id', 'email', 'version', 'tenantId', 'sessionEpoch', 'createdAt', 'lastSeenAt', 'pk', 'kind'])(
    'refuses the server’s own field %s (S12)',
    async (field) => {
      const { user } = company.session;
      const refused = await company.client.patch(`/users/${user.id}`, { [field]: 'x' }, user.version);
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: `/${field}` }] } });
    },
  );

  it('refuses roles and teams that are not there, and changes for nobody', async () => {
    const { user } = company.session;
    const patch = (changes: Record<string, unknown>) =>
      company.client.patch(`/users/${user.id}`, changes, user.version);
    expect((await patch({ roleId: 'emperor' })).body.errors).toMatchObject([
      { pointer: '/roleId', code: 'reference.not_found' },
    ]);
    expect((await patch({ teamIds: ['tea_00000000000000000000000000'] })).body.errors).toMatchObject([
      { pointer: '/teamIds', code: 'reference.not_found' },
    ]);
    expect((await patch({ teamIds: Array(21).fill('tea') })).status).toBe(422);
    expect((await company.client.patch('/users/usr_none', { name: 'X' }, 1)).status).toBe(404);
  });

  it('cannot wake an invited user up', async () => {
    const { body } = await company.client.post('/invitations', {
      email: 'yes@example.org',
      roleId: 'analyst',
    });
    const woken = await company.client.patch(`/users/${body.userId}`, { status: 'active' }, 1);
    expect(woken).toMatchObject({ status: 422, body: { errors: [{ code: 'user.invited' }] } });
  });
});

describe('teams', () => {
  it('are made, renamed, joined and left; nobody deletes one with members', async () => {
    const { client, session } = company;
    const made = await client.post('/teams', { name: 'North' });
    expect(made).toMatchObject({ status: 201, body: { name: 'North', members: 0, version: 1 } });
    const path = `/teams/${made.body.id}`;
    const renamed = await client.patch(path, { name: 'Far North' }, 1);
    expect(renamed.body).toMatchObject({ name: 'Far North', version: 2 });
    expect((await client.patch(path, { name: 'Stale' }, 1)).status).toBe(412);

    const member = await client.patch(`/users/${session.user.id}`, { teamIds: [made.body.id] }, 1);
    expect(member.body.teamIds).toEqual([made.body.id]);
    expect((await client.get('/teams')).body.items).toMatchObject([{ name: 'Far North', members: 1 }]);
    expect(await client.delete(path, 2)).toMatchObject({ status: 409, body: { code: 'team.in_use' } });

    await client.patch(`/users/${session.user.id}`, { teamIds: [] }, 2);
    expect((await client.delete(path, 2)).status).toBe(204);
    expect((await client.get('/teams')).body.items).toEqual([]);
  });

  it('never loses a member to a deletion at the same moment', async () => {
    const { client, session } = company;
    const { body: team } = await client.post('/teams', { name: 'Race' });
    const [joined, deleted] = await Promise.all([
      client.patch(`/users/${session.user.id}`, { teamIds: [team.id] }, 1),
      client.delete(`/teams/${team.id}`, 1),
    ]);
    expect([joined.status === 200, deleted.status === 204].filter(Boolean)).toHaveLength(1);
  });
});
