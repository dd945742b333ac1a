import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
let client: ApiClient;

beforeAll(async () => {
  harness = await createHarness();
  ({ client } = await signUpCompany(harness));
});
afterAll(() => harness.close());

describe('record routes', () => {
  it('create, get, list, change, delete and restore a record', async () => {
    const account = await client.post('/accounts', { name: 'Globex' });
    expect(account.status).toBe(201);
    const created = await client.post('/contacts', {
      firstName: 'Ada',
      lastName: 'King',
      accountId: account.body.id,
    });
    expect(created).toMatchObject({ status: 201, body: { firstName: 'Ada', version: 1 } });
    expect(created.headers.get('etag')).toBe('"1"');

    const { id } = created.body;
    const got = await client.get(`/contacts/${id}`);
    expect(got.body).toMatchObject({ id, names: { [account.body.id]: 'Globex' } });

    const filter = encodeURIComponent(
      JSON.stringify([{ field: 'accountId', op: 'eq', value: account.body.id }]),
    );
    const listed = await client.get(`/contacts?filter=${filter}`);
    expect(listed.body).toMatchObject({
      items: [{ id }],
      nextCursor: null,
      names: { [account.body.id]: 'Globex' },
    });

    const changed = await client.patch(`/contacts/${id}`, { jobTitle: 'Analyst' }, 1);
    expect(changed).toMatchObject({ status: 200, body: { version: 2, jobTitle: 'Analyst' } });
    expect((await client.delete(`/contacts/${id}`, 2)).status).toBe(204);
    expect((await client.get(`/contacts/${id}`)).status).toBe(404);
    expect(await client.post(`/contacts/${id}/restore`)).toMatchObject({ status: 200, body: { version: 4 } });
  });

  it('want the version that was changed (D2)', async () => {
    const { body } = await client.post('/contacts', { lastName: 'Hopper' });
    const unversioned = await client.call('PATCH', `/contacts/${body.id}`, { lastName: 'H' });
    expect(unversioned).toMatchObject({ status: 428, body: { code: 'if_match.required' } });
    await client.patch(`/contacts/${body.id}`, { lastName: 'G' }, 1);
    const stale = await client.patch(`/contacts/${body.id}`, { lastName: 'H' }, 1);
    expect(stale).toMatchObject({
      status: 412,
      body: { code: 'record.stale', current: { lastName: 'G', version: 2 } },
    });
  });

  it('name each refused part of the input', async () => {
    const refused = await client.post('/contacts', { emails: [{ value: 'x' }], birthday: 'soon', colour: 1 });
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    const pointers = refused.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.sort()).toEqual(['/birthday', '/colour', '/emails/0/value']);
    const badFilter = await client.get('/contacts?filter=nonsense');
    expect(badFilter).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '?filter', code: 'filter.not_json' }] },
    });
  });

  it('perform a batch, each operation by itself', async () => {
    const made = await client.post('/contacts/batch', {
      operations: [
        { op: 'create', data: { lastName: 'One' } },
        { op: 'create', data: { birthday: 'never' } },
        { op: 'update', id: 'con_01ARZ3NDEKTSV4RRFFQ69G5FAV', data: { lastName: 'x' } },
      ],
    });
    expect(made.body.results.map(({ status }: { status: number }) => status)).toEqual([201, 422, 404]);
  });
});
