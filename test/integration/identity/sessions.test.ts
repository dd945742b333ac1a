import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiClient, createApiClient, signUpCompany, tokenMailedTo } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
let company: Awaited<ReturnType<typeof signUpCompany>>;
let other: ApiClient;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());
beforeEach(async () => {
  company = await signUpCompany(harness);
  harness.clock.advance({ seconds: 1 });
  other = createApiClient();
  await other.post('/login', { email: company.email, password: company.password }, { 'user-agent': 'Phone' });
});

const statusOf = async (client: ApiClient) => (await client.get('/session')).status;

describe('sessions', () => {
  it('ends at the back end on log-out: the same cookie opens nothing any more (S6)', async () => {
    const stolen = createApiClient();
    const { headers } = await stolen.post('/login', { email: company.email, password: company.password });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await stolen.post('/logout')).status).toBe(204);
    expect(await stolen.call('GET', '/session', undefined, { cookie })).toMatchObject({
      status: 401,
      body: { code: 'auth.required' },
    });
    expect(await statusOf(other)).toBe(200);
  });

  it('lists where one is logged in, and ends any of them (S6)', async () => {
    const { items } = (await company.client.get('/sessions')).body;
    expect(items).toMatchObject([
      { userAgent: 'Phone', isCurrent: false },
      { userAgent: '', isCurrent: true },
    ]);
    expect((await company.client.delete(`/sessions/${items[0].id}`)).status).toBe(204);
    expect(await statusOf(other)).toBe(401);
    expect((await company.client.get('/sessions')).body.items).toHaveLength(1);
    expect((await company.client.delete(`/sessions/${items[0].id}`)).status).toBe(404);
  });

  it('ends all others when the password changes, at once, and goes on with a new cookie (S6)', async () => {
    const change = { current: company.password, password: 'another good password' };
    const changed = await company.client.post('/password', change);
    expect(changed.status).toBe(204);
    expect(await statusOf(other)).toBe(401);
    expect(await statusOf(company.client)).toBe(200);
    expect((await company.client.get('/sessions')).body.items).toHaveLength(1);
  });

  it('ends all when the password is reset, and opens none (S6)', async () => {
    await createApiClient().post('/password/forgot', { email: company.email });
    await harness.drain();
    const token = await tokenMailedTo(harness, company.email, 'reset-password');
    const reset = await createApiClient().post('/password/reset', {
      token,
      password: 'another good password',
    });
    expect(reset.status).toBe(204);
    expect(reset.headers.get('set-cookie')).toBeNull();
    expect(await statusOf(other)).toBe(401);
    expect(await statusOf(company.client)).toBe(401);
  });

  it('ends 14 days after its last use, and lives on while it is used', async () => {
    harness.clock.advance({ days: 13 });
    expect(await statusOf(company.client)).toBe(200);
    harness.clock.advance({ days: 13 });
    expect(await statusOf(company.client)).toBe(200);
    expect(await statusOf(other)).toBe(401);
  });

  it('ends 60 days after log-in however much it is used', async () => {
    for (let day = 0; day < 59; day += 10) {
      harness.clock.advance({ days: 9 });
      expect(await statusOf(other)).toBe(200);
    }
    harness.clock.advance({ days: 5, hours: 23 });
    expect(await statusOf(other)).toBe(200);
    harness.clock.advance({ hours: 2 });
    expect(await statusOf(other)).toBe(401);
  });

  it('notes its use at most every 5 minutes', async () => {
    const seenAt = async () => (await company.client.get('/sessions')).body.items[0].lastSeenAt;
    const first = await seenAt();
    harness.clock.advance({ minutes: 4 });
    await other.get('/tenant');
    expect(await seenAt()).toBe(first);
    harness.clock.advance({ minutes: 1 });
    await other.get('/tenant');
    expect(await seenAt()).toBe(harness.clock.now().toISOString());
  });

  it.each(['x', '', 'null', '../../etc', 'a'.repeat(5_000), 'directory#session'])(
    'takes the made-up cookie %j for no session',
    async (token) => {
      const answer = await createApiClient().call('GET', '/session', undefined, {
        cookie: `__Host-session=${token}`,
      });
      expect(answer.status).toBe(401);
    },
  );
});

describe('PATCH /session', () => {
  it('changes one’s own name, language and preferences, and nothing else (S12)', async () => {
    const changed = await company.client.call('PATCH', '/session', {
      name: 'Ana Nueva',
      locale: 'es',
      preferences: { sidebar: 'closed', widths: { name: 240 } },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        user: { name: 'Ana Nueva', locale: 'es', version: 2, preferences: { sidebar: 'closed' } },
        roleName: 'Administrador',
      },
    });
    const merged = await company.client.call('PATCH', '/session', {
      preferences: { widths: null, theme: 'dark' },
    });
    expect(merged.body.user.preferences).toEqual({ sidebar: 'closed', theme: 'dark' });

    for (const field of [
      'id',
      'email',
      'roleId',
      'teamIds',
      'status',
      'version',
      'sessionEpoch',
      'tenantId',
    ]) {
      const refused = await company.client.call('PATCH', '/session', { [field]: 'admin' });
      expect(refused, field).toMatchObject({ status: 422, body: { errors: [{ pointer: `/${field}` }] } });
    }
  });

  it('keeps preferences small (S26)', async () => {
    const fits = { a: 'x'.repeat(7_000) };
    expect((await company.client.call('PATCH', '/session', { preferences: fits })).status).toBe(200);
    const over = await company.client.call('PATCH', '/session', { preferences: { b: 'x'.repeat(2_000) } });
    expect(over).toMatchObject({ status: 422, body: { errors: [{ code: 'preferences.too_large' }] } });
  });
});
