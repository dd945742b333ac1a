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

type Entry = { id: string; type: string; actor: { id: string }; data: Record<string, unknown> };

async function typesIn(): Promise<string[]> {
  const { items } = (await company.client.get('/audit?limit=100')).body;
  return items.map(({ type }: Entry) => type);
}

describe('GET /audit', () => {
  it('tells what happened to users, roles and settings, by whom, with before and after (S28)', async () => {
    const { client, session } = company;
    await createApiClient().post('/login', { email: company.email, password: 'wrong' });
    const { body: role } = await client.post('/roles', {
      name: 'Own',
      home: 'sales',
      permissions: [],
      types: {},
      fields: {},
    });
    const rep = await joinCompany(harness, client, role.id);
    await rep.client.get('/audit');
    await client.patch(`/users/${rep.user.id}`, { roleId: 'analyst' }, rep.user.version);
    await client.patch(`/roles/${role.id}`, { name: 'Mine' }, 1);
    await client.delete(`/roles/${role.id}`, 2);
    await client.patch('/tenant', { name: 'Renamed' }, session.tenant.version);
    await client.post('/password', { current: company.password, password: 'another good password' });
    await rep.client.post('/logout');

    const { items, names } = (await client.get('/audit?limit=100')).body;
    expect(items.map(({ type }: Entry) => type)).toEqual([
      'user.logged_out',
      'user.logged_in',
      'user.password_changed',
      'tenant.updated',
      'role.deleted',
      'role.updated',
      'user.updated',
      'user.denied',
      'user.logged_in',
      'user.joined',
      'user.invited',
      'role.created',
      'user.log_in_failed',
      'user.logged_in',
      'tenant.activated',
      'tenant.signed_up',
    ]);
    const find = (type: string) => items.find((entry: Entry) => entry.type === type);
    expect(find('user.updated')).toMatchObject({
      tenantId: session.tenant.id,
      actor: { kind: 'user', id: session.user.id },
      subject: { type: 'user', id: rep.user.id, version: 3 },
      data: { changes: { roleId: { before: role.id, after: 'analyst' } } },
    });
    expect(find('user.denied')).toMatchObject({
      actor: { id: rep.user.id },
      data: { method: 'GET', route: '/api/v1/audit', code: 'auth.forbidden' },
    });
    expect(find('tenant.updated').data.changes.name).toEqual({ before: 'Acme Test', after: 'Renamed' });
    expect(names).toEqual({ [session.user.id]: 'Ada Admin', [rep.user.id]: rep.user.name });
    expect(JSON.stringify(items)).not.toMatch(/argon2|passwordHash|another good/);
  });

  it('comes in pages that neither repeat nor miss, while more happens (P5)', async () => {
    for (let count = 0; count < 7; count++) await company.client.post('/teams', { name: `Team ${count}` });
    const all = await typesIn();
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: Entry[]; nextCursor: string | null } = (
        await company.client.get(`/audit?limit=3${cursor ? `&cursor=${cursor}` : ''}`)
      ).body;
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ type }: Entry) => type));
      await company.client.post('/teams', { name: 'Meanwhile' });
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all);
  });

  it('takes no cursor of another tenant, or a changed one (P5)', async () => {
    const other = await signUpCompany(harness);
    const { nextCursor } = (await other.client.get('/audit?limit=1')).body;
    const refused = { status: 400, body: { code: 'cursor.invalid' } };
    expect(await company.client.get(`/audit?cursor=${nextCursor}`)).toMatchObject(refused);
    expect(await other.client.get(`/audit?cursor=x${nextCursor}`)).toMatchObject(refused);
    expect(await company.client.get('/audit?cursor=x')).toMatchObject(refused);
    expect((await company.client.get('/audit?limit=1000')).status).toBe(422);
  });

  it('can be changed by no operation of the API (S28)', async () => {
    const { body } = await company.client.get('/openapi.json');
    const paths = Object.entries<Record<string, unknown>>(body.paths).filter(([path]) =>
      path.includes('audit'),
    );
    expect(paths.map(([path, operations]) => [path, Object.keys(operations)])).toEqual([['/audit', ['get']]]);
  });

  it('is for those who may read it', async () => {
    const rep = await joinCompany(harness, company.client, 'sales_manager');
    expect(await rep.client.get('/audit')).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
  });
});
