import { createApp } from '@vinculo/functions/api/app';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
let client: ApiClient;
let tenantId: string;
const app = createApp();
beforeAll(async () => {
  // The reference library signs with the real time.
  harness = await createHarness({ now: new Date().toISOString() });
  const company = await signUpCompany(harness);
  client = company.client;
  tenantId = company.session.tenant.id;
});
afterEach(async () => {
  for (const { id, version } of (await client.get('/inbound-hooks')).body.items)
    await client.delete(`/inbound-hooks/${id}`, version);
});
afterAll(() => harness.close());

const INPUT = {
  name: 'Website',
  recordType: 'contact',
  roleId: 'admin',
  mapping: [
    { pointer: '/customer/id', field: 'externalId' },
    { pointer: '/customer/name', field: 'lastName' },
    { pointer: '/customer/email', field: 'emails' },
    { pointer: '/customer/note', field: 'description' },
  ],
  matchField: 'emails',
  defaults: { kind: 'customer' },
};
const create = (changes: object = {}) => client.post('/inbound-hooks', { ...INPUT, ...changes });
async function made(changes: object = {}) {
  const { status, body } = await create(changes);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

/** What another system posts: no cookie, no key, nothing but the address. */
async function tell(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await app.request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

let customers = 0;
function aCustomer() {
  const id = ++customers;
  return { id: `C-${id}`, name: `López ${id}`, email: `customer${id}@example.net` };
}
const contactsOf = async (email: string) =>
  (await client.get('/contacts?limit=200')).body.items.filter((one: { emails?: Array<{ value: string }> }) =>
    one.emails?.some(({ value }) => value === email),
  );

describe('a message to an inbound hook', () => {
  it('creates a record, and the next about the same changes it, before the search index knows it', async () => {
    const { id, url } = await made();
    const customer = aCustomer();
    const first = await tell(url, { customer, ignored: { tenantId: 'ten_other' } });
    expect(first).toMatchObject({ status: 202, body: { recordType: 'contact', result: 'created' } });
    const again = await tell(url, { customer: { ...customer, email: customer.email, note: 'Paid' } });
    expect(again.body).toEqual({ ...first.body, result: 'updated' });
    const { body } = await client.get(`/contacts/${first.body.recordId}`);
    expect(body).toMatchObject({
      lastName: customer.name,
      externalId: customer.id,
      description: 'Paid',
      kind: 'customer',
      emails: [{ value: customer.email, isPrimary: true }],
      createdBy: id,
      version: 2,
    });
  });

  it('means the record that has the address already, and leaves its other addresses alone', async () => {
    const { url } = await made();
    const customer = aCustomer();
    const emails = [
      { value: 'other@example.net', isPrimary: true },
      { value: customer.email, isPrimary: false },
    ];
    const { body: own } = await client.post('/contacts', { lastName: 'Known', emails });
    await harness.drain();
    const { body } = await tell(url, { customer: { name: 'Renamed', email: customer.email.toUpperCase() } });
    expect(body).toMatchObject({ recordId: own.id, result: 'updated' });
    const { body: now } = await client.get(`/contacts/${own.id}`);
    expect(now).toMatchObject({ lastName: 'Renamed', emails: own.emails });
  });

  it('means nobody any more when the record was deleted or has another address', async () => {
    const { url } = await made();
    const customer = aCustomer();
    const { body: first } = await tell(url, { customer });
    await client.delete(`/contacts/${first.recordId}`, 1);
    const { body: second } = await tell(url, { customer });
    expect(second).toMatchObject({ result: 'created' });
    const emails = [{ value: `changed-${customer.email}`, isPrimary: true }];
    await client.patch(`/contacts/${second.recordId}`, { emails, externalId: null }, 1);
    const { body: third } = await tell(url, { customer });
    expect(third).toMatchObject({ result: 'created' });
    expect(new Set([first.recordId, second.recordId, third.recordId]).size).toBe(3);
  });

  it('is matched by a unique field, and creates one record however many come at once (D3)', async () => {
    for (const matchField of ['externalId', 'emails']) {
      const { url } = await made({ matchField });
      const customer = aCustomer();
      const answers = await Promise.all(Array.from({ length: 8 }, () => tell(url, { customer })));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
      expect(new Set(answers.map(({ body }) => body.recordId)).size, matchField).toBe(1);
      expect(answers.filter(({ body }) => body.result === 'created')).toHaveLength(1);
      expect(await contactsOf(customer.email)).toHaveLength(1);
    }
  });

  it('with an id takes effect once, and is answered alike each time (D1)', async () => {
    const mapping = INPUT.mapping.filter(({ field }) => field !== 'externalId');
    const { url } = await made({ matchField: null, mapping });
    const customer = aCustomer();
    const send = () => tell(url, { customer }, { 'webhook-id': `msg_${customer.id}` });
    const answers = await Promise.all([send(), send(), send()]);
    answers.push(await send());
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [202, answers[0]?.body]),
    );
    expect(answers[0]).toMatchObject({ status: 202, body: { result: 'created' } });
    expect(await contactsOf(customer.email)).toHaveLength(1);
    await tell(url, { customer }, { 'webhook-id': 'msg_another' });
    expect(await contactsOf(customer.email)).toHaveLength(2);
  });

  it('is refused with pointers into its own body', async () => {
    const { url } = await made();
    const wrong = await tell(url, { customer: { name: 'X', email: 'no address', id: 7 } });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
    expect(wrong.body.errors[0].pointer).toMatch(/^\/customer\/email/);
    expect(await tell(url, { customer: {} })).toMatchObject({ status: 422 });
    expect(await tell(url, '{"customer":')).toMatchObject({ status: 400, body: { code: 'body.malformed' } });
    expect(await tell(url, '[]')).toMatchObject({ status: 422 });
    const large = { customer: { note: 'x'.repeat(257 * 1024) } };
    expect(await tell(url, large)).toMatchObject({ status: 413, body: { code: 'body.too_large' } });
    const form = await tell(url, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.status).toBe(415);
  });

  it('writes no more than the hook’s role may (S10, S11)', async () => {
    const reader = await made({ roleId: 'read_only' });
    expect((await tell(reader.url, { customer: aCustomer() })).status).toBe(403);
    const own = await made({ roleId: 'sales_rep' });
    expect(await tell(own.url, { customer: aCustomer() })).toMatchObject({
      status: 403,
      body: { code: 'record.owner_not_allowed' },
    });
    const role = {
      name: 'Keeper',
      home: 'sales',
      permissions: [],
      types: { '*': { create: 'all', read: 'all', update: 'all', delete: 'none' } },
      fields: { contact: { externalId: 'read' } },
    };
    const { body } = await client.post('/roles', role);
    expect(await create({ roleId: body.id, matchField: null })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/mapping/0/field', code: 'field.unknown' }] },
    });
  });

  it('is one of 120 a minute', async () => {
    const { url } = await made();
    const customer = aCustomer();
    const answers = await Promise.all(
      Array.from({ length: 125 }, () => tell(url, { customer: {}, customer2: customer })),
    );
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited).toHaveLength(5);
    expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    harness.clock.advance({ seconds: 60 });
    expect((await tell(url, { customer })).status).toBe(202);
    harness.clock.set(new Date());
  });
});

describe('a signed hook', () => {
  it('takes what the reference library signs and nothing else (S17)', async () => {
    const { url, secret } = await made({ isSigned: true });
    const body = JSON.stringify({ customer: aCustomer() }, null, 1);
    const now = new Date();
    harness.clock.set(now);
    const id = 'msg_signed';
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    };
    const refused = { status: 401, body: { code: 'hook.signature' } };
    expect(await tell(url, body)).toMatchObject(refused);
    expect(await tell(url, `${body} `, headers)).toMatchObject(refused);
    expect(await tell(url, body, { ...headers, 'webhook-id': 'msg_2' })).toMatchObject(refused);
    harness.clock.advance({ minutes: 6 });
    expect(await tell(url, body, headers)).toMatchObject(refused);
    harness.clock.set(now);
    expect(await tell(url, body, headers)).toMatchObject({ status: 202 });
  });
});

describe('an inbound hook', () => {
  it('keeps neither its address nor its secret, here or in the audit log (S13)', async () => {
    const { id, url, secret } = await made({ isSigned: true });
    const token = url.slice(url.lastIndexOf('/') + 1);
    expect(url).toMatch(/^http:\/\/localhost:4000\/api\/v1\/hooks\/[\w-]{43}$/);
    const dump = JSON.stringify(await dumpTable(harness.table));
    for (const told of [token, secret, secret.slice('whsec_'.length)]) expect(dump).not.toContain(told);
    const read = await client.get(`/inbound-hooks/${id}`);
    expect(read.body).toMatchObject({ ...INPUT, isSigned: true, lastUsedAt: null });
    expect(JSON.stringify(read.body)).not.toContain('whsec_');
    expect((await client.get('/audit')).body.items[0]).toMatchObject({ type: 'inbound_hook.created' });
  });

  it('shows when it was used, gets a new address with an overlap, and can be revoked at once', async () => {
    const hook = await made();
    await tell(hook.url, { customer: aCustomer() });
    const { body: used } = await client.get(`/inbound-hooks/${hook.id}`);
    expect(used.lastUsedAt).toBe(harness.clock.now().toISOString());
    const { body: rotated } = await client.post(`/inbound-hooks/${hook.id}/rotate`, { overlapHours: 1 });
    for (const url of [hook.url, rotated.url])
      expect((await tell(url, { customer: aCustomer() })).status).toBe(202);
    harness.clock.advance({ minutes: 61 });
    expect((await tell(hook.url, { customer: aCustomer() })).status).toBe(404);
    expect((await tell(rotated.url, { customer: aCustomer() })).status).toBe(202);
    expect(await client.delete(`/inbound-hooks/${hook.id}`, rotated.version)).toMatchObject({ status: 204 });
    const gone = await tell(rotated.url, { customer: aCustomer() });
    expect(gone).toMatchObject({ status: 404, body: { code: 'hook.unknown' } });
    const invented = await tell(rotated.url.replace(/.{9}$/, 'xxxxxxxxx'), { customer: aCustomer() });
    expect({ ...invented.body, requestId: '' }).toEqual({ ...gone.body, requestId: '' });
  });

  it.each([
    [{ recordType: 'user' }, '/recordType', 'type.unknown'],
    [
      { mapping: [{ pointer: '/a', field: 'createdAt' }], matchField: null },
      '/mapping/0/field',
      'field.unknown',
    ],
    [
      { mapping: [{ pointer: 'a', field: 'lastName' }], matchField: null },
      '/mapping/0/pointer',
      'invalid_format',
    ],
    [{ matchField: 'lastName' }, '/matchField', 'field.no_match'],
    [{ matchField: 'phones' }, '/matchField', 'field.no_match'],
    [{ defaults: { kind: 'nothing' } }, '/defaults/kind', 'invalid_value'],
    [{ defaults: { tenantId: 'ten_1' } }, '/defaults/tenantId', 'field.unknown'],
    [{ roleId: 'rol_none' }, '/roleId', 'reference.not_found'],
  ])('is refused with %j (S12)', async (changes, pointer, code) => {
    expect(await create(changes)).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
  });

  it('is of the tenant that its address says, whatever a message claims (T1)', async () => {
    const foreign = await signUpCompany(harness);
    const { url } = await made();
    const claims = { tenantId: foreign.session.tenant.id, tenant: foreign.session.tenant.id };
    const { body } = await tell(
      `${url}?tenantId=${claims.tenantId}`,
      { ...claims, customer: aCustomer() },
      {
        'x-tenant-id': claims.tenantId,
      },
    );
    expect((await client.get(`/contacts/${body.recordId}`)).status).toBe(200);
    expect((await foreign.client.get(`/contacts/${body.recordId}`)).status).toBe(404);
    const items = await dumpTable(harness.table);
    const owners = items
      .filter(({ pk }) => pk.endsWith(`#${body.recordId}`))
      .map(({ pk }) => pk.split('#')[0]);
    expect(new Set(owners)).toEqual(new Set([tenantId]));
  });
});

describe('a hook of a company whose trial is over', () => {
  it('takes nothing (S25)', async () => {
    const company = await signUpCompany(harness);
    const { body } = await company.client.post('/inbound-hooks', INPUT);
    harness.clock.advance({ days: 31 });
    expect(await tell(body.url, { customer: aCustomer() })).toMatchObject({
      status: 402,
      body: { code: 'tenant.trial_ended' },
    });
    harness.clock.advance({ days: -31 });
  });
});
