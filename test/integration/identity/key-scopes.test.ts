import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { createKey } from '../../support/key-client';

let harness: Harness;
let admin: ApiClient;
let ids: { contact: string; account: string };
beforeAll(async () => {
  harness = await createHarness();
  admin = (await signUpCompany(harness)).client;
  ids = {
    contact: (await admin.post('/contacts', { lastName: 'King' })).body.id,
    account: (await admin.post('/accounts', { name: 'Engines' })).body.id,
  };
});
afterAll(() => harness.close());

type Program = Pick<ApiClient, 'call' | 'get' | 'post'>;

/** What a key tries, and the scopes of which any one lets it. */
const TRIES: ReadonlyArray<[string, readonly string[], (program: Program) => Promise<{ status: number }>]> = [
  [
    'read contacts',
    ['contact:read', 'contact:write', '*:read', '*:write'],
    (p) => p.get(`/contacts/${ids.contact}`),
  ],
  ['list accounts', ['account:read', '*:read', '*:write'], (p) => p.get('/accounts')],
  ['create contacts', ['contact:write', '*:write'], (p) => p.post('/contacts', { lastName: 'Byron' })],
  [
    'change accounts',
    ['*:write'],
    (p) => p.call('PATCH', `/accounts/${ids.account}`, { phones: [] }, { 'if-match': '"1"' }),
  ],
  ['export', ['records.export'], (p) => p.post('/exports', {})],
  ['read the audit log', [], (p) => p.get('/audit')],
];

const SETS = [
  ['contact:read'],
  ['contact:write'],
  ['account:read', 'contact:write'],
  ['*:read'],
  ['*:write'],
  ['*:read', 'contact:write', 'records.export'],
  ['records.export'],
];

describe('the scopes of a key', () => {
  it.each(SETS.map((scopes) => [scopes.join(' '), scopes] as const))(
    'let it do what %s says, and nothing else (S13)',
    async (_, scopes) => {
      const { program } = await createKey(admin, { scopes });
      for (const [name, needed, attempt] of TRIES) {
        const { status } = await attempt(program);
        const isRefused = status === 403 || status === 404;
        expect(isRefused, name).toBe(!needed.some((scope) => scopes.includes(scope)));
        expect(status, name).toBeLessThan(500);
      }
    },
  );

  it('are null for all of the role, and can be taken back to that', async () => {
    const { key, program } = await createKey(admin, { scopes: ['contact:read'] });
    expect((await program.get('/accounts')).status).toBe(403);
    const { body } = await admin.patch(`/api-keys/${key.id}`, { scopes: null }, 1);
    expect(body.scopes).toBeNull();
    expect((await program.get('/accounts')).status).toBe(200);
  });

  it('also narrow what metadata tells a program of its rights', async () => {
    const { program } = await createKey(admin, { scopes: ['contact:read'] });
    const { recordTypes } = (await program.get('/metadata')).body;
    expect(recordTypes.map(({ name }: { name: string }) => name)).toEqual(['contact']);
  });
});

describe('a job that a key started', () => {
  it('runs with the rights that the key has when it runs (S7)', async () => {
    const started = await createKey(admin, { name: 'Nightly' });
    const first = (await started.program.post('/exports', { type: 'contact' })).body.id;
    await harness.drain();
    expect((await started.program.get(`/exports/${first}`)).body.status).toBe('done');

    const second = (await started.program.post('/exports', { type: 'contact' })).body.id;
    await admin.delete(`/api-keys/${started.key.id}`, 1);
    await harness.drain();
    const ends = harness.published.filter(
      ({ type, subject }) => /export\.(finished|failed)/.test(type) && subject.id === second,
    );
    expect(ends).toMatchObject([{ type: 'export.failed' }]);
  });
});
