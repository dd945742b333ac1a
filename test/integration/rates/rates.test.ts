import { createApp } from '@vinculo/functions/api/app';
import { RATES } from '@vinculo/functions/api/rates/plans';
import { capacityOf } from '@vinculo/platform/rates/bucket';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, createApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { joinCompany } from '../identity/colleague';
import { openRecorder } from '../identity/commands';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

const person = capacityOf(RATES.trial.principal);
const metered = () => createApiClient(createApp());

/** A company whose admin's requests are metered, by a process of its own. */
async function aCompany(client = metered()) {
  const company = await signUpCompany(harness, {}, client);
  return { ...company, tenantId: company.session.tenant.id as string };
}

/** How many of so many requests are admitted; their input is refused then, which takes little time. */
async function admittedOf(client: ApiClient, requests: number): Promise<number> {
  let admitted = 0;
  for (let n = 0; n < requests; n++) if ((await client.get('/search?q=%20')).status !== 429) admitted++;
  return admitted;
}

const policiesOf = (header: string | null) =>
  (header ?? '').split(', ').map((policy) => /^"(\w+)"/.exec(policy)?.[1]);

describe('the rate of requests', () => {
  it('is refused above the burst with 429 and Retry-After, and admitted again after it (T7)', async () => {
    const { client } = await aCompany();
    expect(await admittedOf(client, person + 20)).toBe(person);
    const refused = await client.get('/metadata');
    expect([refused.status, refused.body.code]).toEqual([429, 'request.throttled']);
    expect(refused.body.policies).toEqual(['user']);
    expect(refused.headers.get('ratelimit')).toContain('"user";r=0;');
    harness.clock.advance({ seconds: Number(refused.headers.get('retry-after')) });
    expect((await client.get('/metadata')).status).toBe(200);
  });

  it('is the tenant’s, whoever of it asks, and leaves other tenants alone (T7)', async () => {
    const first = await aCompany();
    const second = await aCompany();
    const others: ApiClient[] = [];
    for (let n = 0; n < 3; n++) {
      const { email, password } = await joinCompany(harness, first.client, 'sales_rep');
      const client = metered();
      await client.post('/login', { email, password });
      others.push(client);
    }
    let admitted = 0;
    for (const client of [first.client, ...others]) admitted += await admittedOf(client, person);
    expect(admitted).toBeLessThanOrEqual(capacityOf(RATES.trial.tenant));
    expect(admitted).toBeGreaterThan(capacityOf(RATES.trial.tenant) - person);
    expect(await admittedOf(second.client, 20)).toBe(20);
  });

  it('is an API key’s own beside that of people (T7)', async () => {
    const { client } = await aCompany();
    const made = await client.post('/api-keys', { name: 'Billing', roleId: 'read_only' });
    const program = metered();
    const ask = () =>
      program.call('GET', '/metadata', undefined, { authorization: `Bearer ${made.body.secret}` });
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(policiesOf(answer.headers.get('ratelimit-policy'))).toEqual(['tenant', 'key']);
    expect(policiesOf(answer.headers.get('ratelimit'))).toEqual(['tenant', 'key']);
  });

  it('counts each operation of a batch, refused ones too (T7)', async () => {
    const { client } = await aCompany();
    const operations = Array.from({ length: 100 }, () => ({ op: 'restore', id: 'con_0' }));
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await client.post('/contacts/batch', { operations })).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('is higher in a plan that is paid for (T7)', async () => {
    const { client, tenantId } = await aCompany();
    const before = await client.get('/limits');
    const ctx = harness.context(tenantId);
    await ctx.table.transact([{ update: { pk: tenantId, sk: 'tenant' }, set: { plan: 'paid' } }]);
    const after = await client.get('/limits');
    expect([before.body.plan, after.body.plan]).toEqual(['trial', 'paid']);
    const limitOf = ({ body }: typeof before, wanted: string) =>
      body.items.find(({ name }: { name: string }) => name === wanted).limit;
    for (const name of ['requests.tenant', 'requests.user', 'webhooks'])
      expect(limitOf(after, name)).toBeGreaterThan(limitOf(before, name));
  });

  it('costs no round trip for most requests', async () => {
    const { client } = await aCompany();
    const recorder = openRecorder(harness.table);
    const { commands } = await recorder.measure(() => admittedOf(client, 100));
    const leases = commands.filter((name) => name.startsWith('Put')).length;
    expect(leases).toBeLessThan(20);
  });
});

describe('every answer of an operation that takes a log-in', () => {
  it.each<[string, (client: ApiClient) => Promise<{ status: number; headers: Headers }>, number]>([
    ['a success', (client) => client.get('/contacts'), 200],
    ['nothing to say', (client) => client.post('/notifications/read', { all: true }), 204],
    ['a refused input', (client) => client.post('/contacts', { nonsense: 1 }), 422],
    ['nothing there', (client) => client.get('/contacts/con_0'), 404],
    ['a replay', (client) => client.post('/teams', { name: 'T' }, { 'idempotency-key': 'rates' }), 201],
  ])('says what may still be asked: %s (T7)', async (_, ask, status) => {
    const { client } = await aCompany();
    await ask(client);
    const answer = await ask(client);
    expect(answer.status).toBe(status);
    const [{ perSecond }] = [RATES.trial.tenant];
    const quota = capacityOf(RATES.trial.tenant);
    expect(answer.headers.get('ratelimit-policy')).toContain(`"tenant";q=${quota};w=${quota / perSecond}`);
    expect(answer.headers.get('ratelimit')).toMatch(/^"tenant";r=\d+;t=\d+, "user";r=\d+;t=\d+$/);
  });

  it('says it when the role refuses, before anything is noted of it (T7, S28)', async () => {
    const { client } = await aCompany();
    const { email, password } = await joinCompany(harness, client, 'read_only');
    const reader = metered();
    await reader.post('/login', { email, password });
    const refused = await reader.get('/audit');
    expect(refused.status).toBe(403);
    expect(refused.headers.has('ratelimit')).toBe(true);
  });

  it('says nothing where nobody is known', async () => {
    const guest = metered();
    expect((await guest.get('/contacts')).headers.has('ratelimit')).toBe(false);
    expect((await guest.get('/openapi.json')).headers.has('ratelimit')).toBe(false);
  });
});

describe('GET /limits', () => {
  it('tells each limit, its use and the percentage', async () => {
    const { client } = await aCompany();
    await client.post('/teams', { name: 'North' });
    await client.post('/invitations', { email: `limits${Date.now()}@example.org`, roleId: 'sales_rep' });
    harness.clock.advance({ days: 3 });
    const { status, body } = await client.get('/limits');
    expect(status).toBe(200);
    const byName = Object.fromEntries(
      body.items.map(({ name, ...rest }: { name: string; used: number }) => [name, rest]),
    );
    expect(byName).toMatchObject({
      teams: { limit: 500, used: 1, percent: 0 },
      roles: { limit: 100, used: 0, percent: 0 },
      pipelines: { limit: 20, used: 1, percent: 5 },
      'trial.days': { limit: 30, used: 3, percent: 10 },
      'requests.user': { limit: person, perSecond: RATES.trial.principal.perSecond },
      'batch.operations': { limit: 100, used: null, percent: null },
      'page.items': { limit: 200 },
      'import.rows': { limit: 1_000_000 },
    });
  });
});
