import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signUpCompany } from '../../support/api-client';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';
import { createKey, createKeyClient } from '../../support/key-client';
import { joinCompany } from './colleague';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let harness: Harness;
let company: Awaited<ReturnType<typeof signUpCompany>>;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());
beforeEach(async () => {
  company = await signUpCompany(harness);
});

const inMs = (ms: number) => new Date(harness.clock.now().getTime() + ms).toISOString();
const refusedKey = (code = 'key.invalid') => ({ status: 401, body: { code } });
const rotate = (id: string, body: object = {}) => company.client.post(`/api-keys/${id}/rotate`, body);
const LOOK = { create: 'none', read: 'all', update: 'none', delete: 'none' };

describe('API keys', () => {
  it('are shown once and stored as a hash: neither table, answers nor events hold a secret (S13)', async () => {
    const { key } = await createKey(company.client);
    const secrets = [key.secret];
    for (let count = 0; count < 2; count++) secrets.push((await rotate(key.id)).body.secret);
    await createKeyClient(secrets.at(-1)).get('/tenant');
    await harness.drain();
    const texts = [
      JSON.stringify(await dumpTable(harness.table)),
      JSON.stringify(harness.published),
      JSON.stringify((await company.client.get('/api-keys')).body),
      JSON.stringify((await company.client.get(`/api-keys/${key.id}`)).body),
      JSON.stringify((await company.client.get('/audit?limit=100')).body),
    ];
    for (const text of texts) {
      // Not even what is left of it behind the hint.
      for (const secret of secrets) expect(text).not.toContain(secret.slice(8));
    }
    expect(new Set(secrets).size).toBe(3);
    expect(texts[2]).toContain(secrets.at(-1).slice(0, 8));
  });

  it('say who made them, their role, scopes, end and last use, to five minutes (S13)', async () => {
    const { key, program } = await createKey(company.client, {
      name: 'Shop',
      scopes: ['contact:write', 'records.export', 'contact:write'],
      expiresAt: inMs(30 * DAY_MS),
    });
    expect(key).toMatchObject({
      name: 'Shop',
      roleId: 'admin',
      scopes: ['contact:write', 'records.export'],
      status: 'active',
      createdBy: company.session.user.id,
      expiresAt: inMs(30 * DAY_MS),
      lastUsedAt: null,
      previous: null,
      apiVersion: '2026-11-24',
      version: 1,
    });
    const read = async () => (await company.client.get(`/api-keys/${key.id}`)).body;
    const first = inMs(0);
    await Promise.all(Array.from({ length: 5 }, () => program.get('/tenant')));
    expect((await read()).lastUsedAt).toBe(first);
    harness.clock.advance({ ms: 4 * MINUTE_MS });
    await program.get('/tenant');
    expect((await read()).lastUsedAt).toBe(first);
    harness.clock.advance({ ms: MINUTE_MS });
    await program.get('/tenant');
    expect(await read()).toMatchObject({ lastUsedAt: inMs(0), version: 1 });
  });

  it('stop at their end, which lies ahead and within two years (S13)', async () => {
    const make = (expiresAt: string) =>
      company.client.post('/api-keys', { name: 'Shop', roleId: 'admin', expiresAt });
    for (const expiresAt of [inMs(0), inMs(-DAY_MS), inMs(732 * DAY_MS)]) {
      expect(await make(expiresAt)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/expiresAt' }] },
      });
    }
    const { key, program } = await createKey(company.client, { expiresAt: inMs(HOUR_MS) });
    harness.clock.advance({ ms: HOUR_MS - 1 });
    expect((await program.get('/tenant')).status).toBe(200);
    harness.clock.advance({ ms: 1 });
    expect(await program.get('/tenant')).toMatchObject(refusedKey('key.expired'));
    await company.client.patch(`/api-keys/${key.id}`, { expiresAt: null }, 1);
    expect((await program.get('/tenant')).status).toBe(200);
  });

  it('are refused on the very next call once revoked or disabled (S6, S13)', async () => {
    const { key, program } = await createKey(company.client);
    expect((await program.get('/tenant')).status).toBe(200);
    await company.client.patch(`/api-keys/${key.id}`, { status: 'disabled' }, 1);
    expect(await program.get('/tenant')).toMatchObject(refusedKey());
    await company.client.patch(`/api-keys/${key.id}`, { status: 'active' }, 2);
    expect((await program.get('/tenant')).status).toBe(200);
    expect((await company.client.delete(`/api-keys/${key.id}`, 3)).status).toBe(204);
    expect(await program.get('/tenant')).toMatchObject(refusedKey());
    expect((await company.client.get(`/api-keys/${key.id}`)).status).toBe(404);
    expect((await company.client.get('/api-keys')).body.items).toEqual([]);
    expect((await rotate(key.id)).status).toBe(404);
    expect((await company.client.patch(`/api-keys/${key.id}`, { status: 'active' }, 4)).status).toBe(404);
  });

  it('take a change of their role, of the role itself and of their scopes from the next request (S7)', async () => {
    const role = {
      name: 'Bridge',
      home: 'sales',
      permissions: ['audit.read'],
      types: { '*': LOOK },
      fields: {},
    };
    const { id: roleId } = (await company.client.post('/roles', role)).body;
    const { key, program } = await createKey(company.client, { roleId });
    const create = () => program.post('/accounts', { name: 'Engines' });
    expect((await program.get('/audit')).status).toBe(200);
    expect((await create()).status).toBe(403);
    await company.client.patch(`/roles/${roleId}`, { permissions: [] }, 1);
    expect((await program.get('/audit')).status).toBe(403);
    await company.client.patch(`/api-keys/${key.id}`, { roleId: 'admin' }, 1);
    expect((await program.get('/audit')).status).toBe(200);
    expect((await create()).status).toBe(201);
    await company.client.patch(`/api-keys/${key.id}`, { scopes: ['contact:write'] }, 2);
    expect((await program.get('/audit')).status).toBe(403);
    expect((await create()).status).toBe(403);
    expect((await program.post('/contacts', { lastName: 'Byron' })).status).toBe(201);
  });

  it('keep their role from being deleted', async () => {
    const role = { name: 'Bridge', home: 'sales', permissions: [], types: {}, fields: {} };
    const { id: roleId } = (await company.client.post('/roles', role)).body;
    const { key } = await createKey(company.client, { roleId });
    expect(await company.client.delete(`/roles/${roleId}`, 1)).toMatchObject({
      status: 409,
      body: { code: 'role.in_use' },
    });
    await company.client.delete(`/api-keys/${key.id}`, 1);
    expect((await company.client.delete(`/roles/${roleId}`, 1)).status).toBe(204);
    expect(await company.client.post('/api-keys', { name: 'Shop', roleId })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/roleId', code: 'reference.not_found' }] },
    });
  });

  it('rotate with an overlap in which both secrets work, as long as was chosen (S13)', async () => {
    const { key, program: old } = await createKey(company.client);
    await old.get('/tenant');
    const { status, body } = await rotate(key.id, { overlapHours: 48 });
    expect(status).toBe(200);
    const renewed = createKeyClient(body.secret);
    expect(body.previous).toEqual({ hint: key.hint, expiresAt: inMs(48 * HOUR_MS), lastUsedAt: inMs(0) });
    harness.clock.advance({ ms: 48 * HOUR_MS - 1 });
    for (const program of [old, renewed]) expect((await program.get('/tenant')).status).toBe(200);
    const seen = (await company.client.get(`/api-keys/${key.id}`)).body;
    expect(seen.previous.lastUsedAt).toBe(inMs(0));
    harness.clock.advance({ ms: 1 });
    expect(await old.get('/tenant')).toMatchObject(refusedKey());
    expect((await renewed.get('/tenant')).status).toBe(200);
  });

  it('end the old secret at once where no overlap is wanted, and have never more than two (S13)', async () => {
    const { key, program: first } = await createKey(company.client);
    const second = createKeyClient((await rotate(key.id)).body.secret);
    const third = createKeyClient((await rotate(key.id)).body.secret);
    expect(await first.get('/tenant')).toMatchObject(refusedKey());
    expect((await second.get('/tenant')).status).toBe(200);
    const { body } = await rotate(key.id, { overlapHours: 0 });
    expect(body.previous).toBeNull();
    for (const program of [second, third]) expect(await program.get('/tenant')).toMatchObject(refusedKey());
    expect((await createKeyClient(body.secret).get('/tenant')).status).toBe(200);
    expect((await rotate(key.id, { overlapHours: 169 })).status).toBe(422);
    await company.client.delete(`/api-keys/${key.id}`, body.version);
    expect((await dumpTable(harness.table)).filter(({ keyId }) => keyId === key.id)).toEqual([]);
  });

  it('have one winner of two rotations at once', async () => {
    const { key } = await createKey(company.client);
    const answers = await Promise.all([rotate(key.id), rotate(key.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = answers.find(({ status }) => status === 200);
    expect((await createKeyClient(winner?.body.secret).get('/tenant')).status).toBe(200);
  });

  it('are limited to 50, also when they are made at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 54 }, (_, n) =>
        company.client.post('/api-keys', { name: `Key ${n}`, roleId: 'read_only' }),
      ),
    );
    const refused = made.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(4);
    for (const answer of refused) expect(answer).toMatchObject({ status: 409, body: { code: 'key.limit' } });
    const { items } = (await company.client.get('/api-keys')).body;
    expect(items).toHaveLength(50);
    await company.client.delete(`/api-keys/${items[0].id}`, 1);
    await createKey(company.client, { roleId: 'read_only' });
  });

  it('give nobody more than they have, made, changed or rotated (S9)', async () => {
    const role = {
      name: 'Integrator',
      home: 'admin',
      permissions: ['keys.manage', 'records.export'],
      types: { '*': LOOK },
      fields: { contact: { phones: 'hidden' } },
    };
    const { id: roleId } = (await company.client.post('/roles', role)).body;
    const { client } = await joinCompany(harness, company.client, roleId);
    const beyond = { status: 403, body: { code: 'role.beyond_own' } };
    const make = (input: object) => client.post('/api-keys', { name: 'Shop', ...input });
    expect(await make({ roleId: 'admin' })).toMatchObject(beyond);
    // The scopes leave no more than the maker has, but for a field that is hidden from them.
    expect(await make({ roleId: 'admin', scopes: ['contact:read'] })).toMatchObject(beyond);
    expect((await make({ roleId, scopes: ['contact:read'] })).status).toBe(201);
    const { body: own } = await make({ roleId });
    expect(await client.patch(`/api-keys/${own.id}`, { roleId: 'admin' }, 1)).toMatchObject(beyond);
    const { key: strong } = await createKey(company.client);
    expect(await client.post(`/api-keys/${strong.id}/rotate`, {})).toMatchObject(beyond);
    expect(await client.patch(`/api-keys/${strong.id}`, { roleId }, 1)).toMatchObject(beyond);
    expect((await client.delete(`/api-keys/${strong.id}`, 1)).status).toBe(204);
  });

  it('leave who did what in the audit log, with before and after (S28)', async () => {
    const { key } = await createKey(company.client, { name: 'Shop' });
    await company.client.patch(`/api-keys/${key.id}`, { name: 'Web shop', scopes: ['*:read'] }, 1);
    const { body: rotated } = await rotate(key.id);
    await company.client.delete(`/api-keys/${key.id}`, rotated.version);
    const { items, names } = (await company.client.get('/audit?limit=4')).body;
    const actor = { kind: 'user', id: company.session.user.id };
    const subject = { type: 'api_key', id: key.id };
    expect(items).toMatchObject([
      { type: 'api_key.revoked', actor, subject, data: { before: { name: 'Web shop', roleId: 'admin' } } },
      { type: 'api_key.rotated', data: { changes: { hint: { before: key.hint, after: rotated.hint } } } },
      {
        type: 'api_key.updated',
        data: {
          changes: {
            name: { before: 'Shop', after: 'Web shop' },
            scopes: { before: null, after: ['*:read'] },
          },
        },
      },
      { type: 'api_key.created', actor, subject, data: { after: { name: 'Shop', scopes: null } } },
    ]);
    expect(names[key.id]).toBe('Web shop');
  });

  it('may be made in a trial, and only read when it is over; revoking stays possible', async () => {
    const { key, program } = await createKey(company.client);
    harness.clock.advance({ ms: 31 * DAY_MS });
    await company.client.post('/login', { email: company.email, password: company.password });
    expect((await program.get('/contacts')).status).toBe(200);
    expect((await program.post('/contacts', { lastName: 'Byron' })).status).toBe(402);
    expect((await rotate(key.id)).status).toBe(402);
    expect((await company.client.delete(`/api-keys/${key.id}`, 1)).status).toBe(204);
  });
});
