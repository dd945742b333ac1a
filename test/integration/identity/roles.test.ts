import { BUILT_IN_ROLES } from '@vinculo/identity/roles/built-in';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signUpCompany } from '../../support/api-client';
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

const NONE = { create: 'none', read: 'none', update: 'none', delete: 'none' };
function aRole(changes: Record<string, unknown> = {}) {
  return {
    name: 'Key accounts',
    home: 'sales',
    permissions: ['records.export'],
    types: { account: { create: 'own', read: 'all', update: 'own', delete: 'none' }, '*': NONE },
    fields: { account: { revenue: 'hidden' } },
    ...changes,
  };
}

describe('roles', () => {
  it('has seven that come with the product, named in the reader’s language', async () => {
    const { items } = (await company.client.get('/roles')).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual(Object.keys(BUILT_IN_ROLES));
    expect(items.every(({ isBuiltIn }: { isBuiltIn: boolean }) => isBuiltIn)).toBe(true);
    await company.client.call('PATCH', '/session', { locale: 'es' });
    expect((await company.client.get('/roles/sales_rep')).body.name).toBe('Representante de ventas');
  });

  it('leaves the built-in ones as they are', async () => {
    expect((await company.client.patch('/roles/admin', { name: 'Boss' }, 1)).body.code).toBe('role.built_in');
    expect((await company.client.delete('/roles/read_only', 1)).body.code).toBe('role.built_in');
  });

  it('takes one of the admin’s own, whose change holds from the next request (S7)', async () => {
    const { client } = company;
    const made = await client.post('/roles', aRole());
    expect(made).toMatchObject({ status: 201, body: { ...aRole(), isBuiltIn: false, version: 1 } });
    const rep = await joinCompany(harness, client, made.body.id);
    expect(rep.session).toMatchObject({ access: { roleId: made.body.id }, roleName: 'Key accounts' });
    expect((await rep.client.get('/audit')).status).toBe(403);

    const path = `/roles/${made.body.id}`;
    const widened = await client.patch(path, { permissions: ['audit.read'] }, 1);
    expect(widened.body).toMatchObject({ version: 2, permissions: ['audit.read'], name: 'Key accounts' });
    expect((await rep.client.get('/audit')).status).toBe(200);
    expect((await client.patch(path, { permissions: [] }, 1)).status).toBe(412);
  });

  it('cannot lose a role that somebody has, or is getting at the same moment', async () => {
    const { client, session } = company;
    const { body: role } = await client.post('/roles', aRole());
    const rep = await joinCompany(harness, client, role.id);
    expect(await client.delete(`/roles/${role.id}`, 1)).toMatchObject({
      status: 409,
      body: { code: 'role.in_use' },
    });
    await client.patch(`/users/${rep.user.id}`, { roleId: 'analyst' }, rep.user.version);
    expect((await client.delete(`/roles/${role.id}`, 1)).status).toBe(204);

    const { body: raced } = await client.post('/roles', aRole());
    const [given, deleted] = await Promise.all([
      client.patch(`/users/${rep.user.id}`, { roleId: raced.id }, rep.user.version + 1),
      client.delete(`/roles/${raced.id}`, 1),
    ]);
    expect([given.status === 200, deleted.status === 204].filter(Boolean)).toHaveLength(1);
    expect(session.user.roleId).toBe('admin');
  });

  it('lets nobody hand out more than they have, to others or themselves (S9)', async () => {
    const { client, session } = company;
    const { body: helpdesk } = await client.post(
      '/roles',
      aRole({ permissions: ['users.manage', 'roles.manage'], fields: {} }),
    );
    const helper = await joinCompany(harness, client, helpdesk.id);
    const beyond = { status: 403, body: { code: 'role.beyond_own' } };

    const self = `/users/${helper.user.id}`;
    expect(await helper.client.patch(self, { roleId: 'admin' }, helper.user.version)).toMatchObject(beyond);
    const invitation = { email: 'friend@example.org', roleId: 'sales_manager' };
    expect(await helper.client.post('/invitations', invitation)).toMatchObject(beyond);
    const admin = `/users/${session.user.id}`;
    expect(await helper.client.patch(admin, { status: 'disabled' }, 1)).toMatchObject(beyond);
    const wider = aRole({ types: { '*': { ...NONE, delete: 'all' } }, permissions: [] });
    expect(await helper.client.post('/roles', wider)).toMatchObject(beyond);
    const own = `/roles/${helpdesk.id}`;
    expect(await helper.client.patch(own, { permissions: ['tenant.manage'] }, 1)).toMatchObject(beyond);

    const narrower = aRole({ permissions: [], types: { '*': NONE } });
    expect((await helper.client.post('/roles', narrower)).status).toBe(201);
  });

  it.each([
    [{ permissions: ['everything'] }, '/permissions/0'],
    [{ types: { account: { read: 'all' } } }, '/types/account/create'],
    [{ types: { account: { ...NONE, read: 'some' } } }, '/types/account/read'],
    [{ types: { 'Not a type': NONE } }, '/types/Not a type'],
    [{ fields: { account: { name: 'edit' } } }, '/fields/account/name'],
    [{ home: 'beach' }, '/home'],
    [{ id: 'admin' }, '/id'],
    [{ isBuiltIn: true }, '/isBuiltIn'],
    [{ holders: 5 }, '/holders'],
    [{ tenantId: 'ten_x' }, '/tenantId'],
    [{ types: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`t${n}`, NONE])) }, '/types'],
  ])('refuses %j at %s (S12, S26)', async (changes, pointer) => {
    const refused = await company.client.post('/roles', aRole(changes));
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });
});
