import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, createApiClient, signUpCompany } from '../../support/api-client';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';
import { joinCompany } from '../identity/colleague';

let harness: Harness;
let client: ApiClient;
beforeAll(async () => {
  harness = await createHarness();
  ({ client } = await signUpCompany(harness));
});
afterAll(() => harness.close());

let keys = 0;
const newKey = () => ({ 'idempotency-key': `key ${++keys}` });
const people = async (by = client) => (await by.get('/contacts?limit=200')).body.items.length;
const king = { lastName: 'King', emails: [{ value: 'king@example.com' }] };

describe('a POST with an Idempotency-Key', () => {
  it('is answered as the first time, with status, body and headers, and takes effect once (D1)', async () => {
    const key = newKey();
    const before = await people();
    const first = await client.post('/contacts', king, key);
    const again = await client.post('/contacts', king, key);
    expect(first.status).toBe(201);
    expect(first.headers.has('idempotency-replayed')).toBe(false);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    for (const name of ['etag', 'location', 'content-type'])
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect(await people()).toBe(before + 1);
  });

  it('is answered as the first time after the record has changed (D1)', async () => {
    const key = newKey();
    const first = await client.post('/contacts', king, key);
    await client.patch(`/contacts/${first.body.id}`, { lastName: 'Queen' }, 1);
    expect((await client.post('/contacts', king, key)).body).toEqual(first.body);
  });

  it('takes effect once when 20 come at once, and the others are told (D1)', async () => {
    const key = newKey();
    const before = await people();
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.post('/contacts', king, key)));
    const first = answers.filter(
      ({ headers, status }) => status === 201 && !headers.has('idempotency-replayed'),
    );
    expect(first).toHaveLength(1);
    for (const { status, body, headers } of answers) {
      if (status === 201) expect(body.id).toBe(first[0]?.body.id);
      else {
        expect([status, body.code]).toEqual([409, 'idempotency.in_progress']);
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
    }
    expect(await people()).toBe(before + 1);
  });

  it.each([
    ['body', '/contacts', { lastName: 'Queen' }, {}],
    ['query', '/contacts?duplicates=warn', king, {}],
    ['If-Match', '/contacts', king, { 'if-match': '"1"' }],
  ])('is refused when its %s differs (D1)', async (_, path, body, headers) => {
    const key = newKey();
    await client.post('/contacts', king, key);
    const other = await client.post(path, body, { ...key, ...headers });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.mismatch']);
  });

  it('is the same whatever the order of members and parameters', async () => {
    const key = newKey();
    const first = await client.post('/contacts', { lastName: 'A', firstName: 'B' }, key);
    const again = await client.post('/contacts', { firstName: 'B', lastName: 'A' }, key);
    expect(again.body.id).toBe(first.body.id);
  });

  it('is not remembered when it was refused, so that it can be corrected (D1)', async () => {
    const key = newKey();
    expect((await client.post('/contacts', { lastName: 7 }, key)).status).toBe(422);
    expect((await client.post('/contacts', { nonsense: 'x' }, key)).status).toBe(422);
    const corrected = await client.post('/contacts', king, key);
    expect(corrected.status).toBe(201);
    expect(corrected.headers.has('idempotency-replayed')).toBe(false);
  });

  it.each(['', 'ä', 'x'.repeat(256), 'tab\there'])(
    'is refused with the key %j, naming the header',
    async (key) => {
      const answer = await client.post('/contacts', king, { 'idempotency-key': key });
      expect([answer.status, answer.body.code]).toEqual([400, 'idempotency.key_invalid']);
      expect(answer.body.detail).toContain('Idempotency-Key');
    },
  );

  it('takes a key of 255 characters', async () => {
    const key = { 'idempotency-key': '~'.repeat(255) };
    const { body } = await client.post('/contacts', king, key);
    expect((await client.post('/contacts', king, key)).body.id).toBe(body.id);
  });

  it('is another request for another tenant, colleague or operation (D1, T1)', async () => {
    const key = newKey();
    const other = await signUpCompany(harness);
    const { client: colleague } = await joinCompany(harness, client, 'admin');
    const answers = [
      await client.post('/contacts', king, key),
      await client.post('/leads', king, key),
      await colleague.post('/contacts', king, key),
      await other.client.post('/contacts', king, key),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(4);
    for (const { headers } of answers) expect(headers.has('idempotency-replayed')).toBe(false);
  });

  it('is forgotten after 24 hours, although the engine deletes nothing (D1)', async () => {
    const key = newKey();
    const first = await client.post('/contacts', king, key);
    harness.clock.advance({ hours: 23, minutes: 59 });
    expect((await client.post('/contacts', king, key)).body.id).toBe(first.body.id);
    harness.clock.advance({ minutes: 2 });
    const later = await client.post('/contacts', { lastName: 'Later' }, key);
    expect(later.status).toBe(201);
    expect(later.body.id).not.toBe(first.body.id);
    expect((await client.post('/contacts', { lastName: 'Later' }, key)).body.id).toBe(later.body.id);
  });

  it('shows a repetition only what the role may see by now (S7, S10)', async () => {
    const role = await client.post('/roles', {
      name: 'Seller',
      home: 'sales',
      permissions: [],
      types: { contact: { create: 'all', read: 'all', update: 'all', delete: 'all' } },
      fields: {},
    });
    const { client: seller } = await joinCompany(harness, client, role.body.id);
    const key = newKey();
    const first = await seller.post('/contacts', king, key);
    expect(first.body.emails).toBeDefined();
    const changed = await client.patch(
      `/roles/${role.body.id}`,
      { fields: { contact: { emails: 'hidden' } } },
      1,
    );
    expect(changed.status).toBe(200);
    const again = await seller.post('/contacts', king, key);
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } });
    expect(again.body.emails).toBeUndefined();
  });

  it('leaves neither key, nor password, nor link in the table (S13)', async () => {
    const key = { 'idempotency-key': 'marker-of-the-key' };
    await client.post('/files', { name: 'marker.csv', size: 3, contentType: 'text/csv' }, key);
    await client.post('/password', { current: 'wrong-marker', password: 'marker of a password' }, key);
    const items = (await dumpTable(harness.table)).filter(({ kind }) => kind === 'idempotency');
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain('marker');
    const files = items.filter(({ committed }) => JSON.stringify(committed ?? '').includes('"file"'));
    expect(files).toEqual([
      expect.objectContaining({ answer: expect.not.objectContaining({ body: expect.anything() }) }),
    ]);
  });

  it('answers a repeated announcement of a file with a fresh link to the same file', async () => {
    const key = newKey();
    const file = { name: 'people.csv', size: 3, contentType: 'text/csv' };
    const first = await client.post('/files', file, key);
    const again = await client.post('/files', file, key);
    expect(again.body).toMatchObject({ fileId: first.body.fileId, uploadUrl: expect.any(String) });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('has no effect where nobody is logged in', async () => {
    const key = newKey();
    const guest = createApiClient();
    const ask = () => guest.post('/password/forgot', { email: 'nobody@example.com' }, key);
    expect((await ask()).status).toBe(202);
    expect((await ask()).headers.has('idempotency-replayed')).toBe(false);
  });
});
