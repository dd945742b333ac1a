import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient, signUpCompany } from '../../support/api-client';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';
import { draft, listAll, perform, resultOf, runImport, upload } from '../../support/import-jobs';
import { joinCompany } from '../identity/colleague';

let harness: Harness;
let company: Awaited<ReturnType<typeof signUpCompany>>;

beforeAll(async () => {
  harness = await createHarness();
  company = await signUpCompany(harness);
});
afterAll(() => harness.close());

const FILE = 'Id,Last name,Birthday\n1,King,1815-12-10\n2,Hopper,1906-12-09\n';
const ALL = { create: 'all', read: 'all', update: 'all', delete: 'all' };

async function withRole(rights: object, fields: object = {}) {
  const role = await company.client.post('/roles', {
    name: `Importer ${Math.random()}`,
    home: 'sales',
    permissions: ['records.import', 'records.export'],
    types: { '*': ALL, contact: { ...ALL, ...rights } },
    fields: { contact: fields },
  });
  if (role.status !== 201) throw new Error(JSON.stringify(role.body));
  return joinCompany(harness, company.client, role.body.id);
}

describe('who may import', () => {
  it('is decided by the permission and by the rights on the record type (S9)', async () => {
    const representative = (await joinCompany(harness, company.client, 'sales_rep')).client;
    const file = { name: 'a.csv', size: 10, contentType: 'text/csv' };
    expect(await representative.post('/files', file)).toMatchObject({ status: 403 });
    expect(await representative.post('/imports', { type: 'contact', fileId: 'fil_1' })).toMatchObject({
      status: 403,
    });
    const marketing = (await joinCompany(harness, company.client, 'marketing')).client;
    const fileId = await upload(harness, marketing, { bytes: FILE });
    expect(await marketing.post('/imports', { type: 'opportunity', fileId })).toMatchObject({ status: 403 });
    const { client: updater } = await withRole({ create: 'none' });
    const { id } = await draft(harness, updater, { bytes: FILE });
    expect(await updater.post(`/imports/${id}/check`)).toMatchObject({ status: 403 });
  });

  it('fills no field that the role hides or shows only (S10, S12)', async () => {
    const { client } = await withRole({}, { birthday: 'read', totalSpent: 'hidden' });
    const created = await draft(harness, client, { bytes: FILE });
    expect(created.mapping).toMatchObject([{ field: 'externalId' }, { field: 'lastName' }, { field: null }]);
    const keys = created.targets.map(({ key }: { key: string }) => key);
    expect(keys).not.toContain('birthday');
    expect(keys).not.toContain('totalSpent');
    const fields = ['birthday', 'totalSpent', 'version', 'createdAt', 'importId', '__proto__'];
    for (const field of fields) {
      const mapping = [{ column: 'Birthday', field }];
      expect(await client.call('PATCH', `/imports/${created.id}`, { mapping })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/mapping/0/field', code: 'import.unknown_field' }] },
      });
    }
  });

  it('makes records only for those whom the role may make them for, and changes only those within reach (S11)', async () => {
    const { client, email } = await withRole({ create: 'own', read: 'all', update: 'own' });
    await company.client.post('/contacts', { lastName: 'Theirs', externalId: 'theirs' });
    const file = `Id,Last name,Owner\nmine,Mine,${email}\nother,Other,${company.email}\ntheirs,Taken,\n`;
    const done = await runImport(harness, client, { bytes: file }, { mode: 'upsert' });
    expect(done.counts).toMatchObject({ created: 1, updated: 0, failed: 2 });
    const result = await resultOf(harness, client, done.id);
    expect(result).toContain('Your role can create records only for you or your team.');
    expect(result).toContain('Your role does not allow this.');
    const names = (await listAll(company.client, 'contacts')).map(({ lastName }) => lastName);
    expect(names).toContain('Theirs');
    expect(names).not.toContain('Other');
  });

  it('is asked again when the rows are written (S7)', async () => {
    const { client, user } = await withRole({});
    const { id } = await draft(harness, client, { bytes: 'Last name\nGhost\n' });
    await perform(harness, client, id, 'check');
    await client.post(`/imports/${id}/start`);
    const { body: users } = await company.client.get('/users');
    const { version } = users.items.find((one: { id: string }) => one.id === user.id);
    expect((await company.client.patch(`/users/${user.id}`, { roleId: 'read_only' }, version)).status).toBe(
      200,
    );
    await harness.drain();
    expect((await company.client.get(`/imports/${id}`)).body).toMatchObject({
      status: 'failed',
      failure: { code: 'import.not_allowed' },
      counts: { created: 0 },
    });
  });

  it('has its steps refused out of order, and files above 200 MB', async () => {
    const { client } = company;
    const { id } = await draft(harness, client, { bytes: FILE });
    const wrong = { status: 409, body: { code: 'import.wrong_status', importStatus: 'draft' } };
    for (const step of ['start', 'cancel', 'undo']) {
      expect(await client.post(`/imports/${id}/${step}`)).toMatchObject(wrong);
    }
    expect((await client.get(`/imports/${id}/result`)).status).toBe(404);
    const large = { name: 'a.csv', size: 200 * 1024 * 1024 + 1, contentType: 'text/csv' };
    expect(await client.post('/files', large)).toMatchObject({
      status: 413,
      body: { code: 'file.too_large' },
    });
    const announced = await client.post('/files', { name: 'a.csv', size: 5, contentType: 'text/csv' });
    const { fileId } = announced.body;
    expect(await client.post('/imports', { type: 'contact', fileId })).toMatchObject({
      status: 404,
      body: { code: 'file.not_uploaded' },
    });
    expect(await client.post('/imports', { type: 'unicorn', fileId })).toMatchObject({ status: 422 });
  });
});

describe("another tenant's import", () => {
  it('is not found, whatever is asked of it, and nothing of it changes (T3)', async () => {
    const { body: mine } = { body: await draft(harness, company.client, { bytes: FILE }) };
    const fileId = await upload(harness, company.client, { bytes: FILE });
    const { client: stranger } = await signUpCompany(harness);
    const { client: colleague } = await joinCompany(harness, company.client, 'marketing');
    const before = await dumpTable(harness.table);
    for (const client of [stranger, colleague]) {
      const path = `/imports/${mine.id}`;
      const answers = [
        await client.get(path),
        await client.get(`${path}/rows`),
        await client.get(`${path}/result`),
        await client.call('PATCH', path, { mode: 'create' }),
        await client.call('PATCH', `${path}/rows`, { fixes: [{ row: 2, skip: true }] }),
        await client.post(`${path}/check`),
        await client.post(`${path}/start`),
        await client.post(`${path}/cancel`),
        await client.post(`${path}/undo`),
        await client.post('/imports', { type: 'contact', fileId }),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
      expect((await client.get('/imports')).body.items).toEqual([]);
    }
    expect(await dumpTable(harness.table)).toEqual(before);
  });
});

describe('at the end of the trial', () => {
  it('nothing can be imported or undone, and everything exported', async () => {
    const own = await signUpCompany(harness);
    const done = await runImport(harness, own.client, { bytes: FILE });
    harness.clock.advance({ days: 31 });
    const client = createApiClient();
    await client.post('/login', { email: own.email, password: own.password });
    const ended = { status: 402, body: { code: 'tenant.trial_ended' } };
    expect(await client.post('/files', { name: 'a.csv', size: 1, contentType: 'text/csv' })).toMatchObject(
      ended,
    );
    expect(await client.post(`/imports/${done.id}/undo`)).toMatchObject(ended);
    const asked = await client.post('/exports', { type: 'contact' });
    expect(asked.status).toBe(202);
    await harness.drain();
    expect((await client.get(`/exports/${asked.body.id}`)).body).toMatchObject({ status: 'done', rows: 2 });
  });
});
