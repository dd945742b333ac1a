import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { readCdnowCustomers, toCdnowCsv } from '../../support/cdnow';
import { createHarness, type Harness } from '../../support/harness';
import { draft, listAll, perform, runImport } from '../../support/import-jobs';
import { joinCompany } from '../identity/colleague';

let harness: Harness;
let company: Awaited<ReturnType<typeof signUpCompany>>;
let client: ApiClient;

beforeAll(async () => {
  harness = await createHarness();
  company = await signUpCompany(harness);
  client = company.client;
});
afterAll(() => harness.close());

async function exported(by: ApiClient, input: object): Promise<string> {
  const asked = await by.post('/exports', input);
  expect(asked).toMatchObject({ status: 202, body: { status: 'running' } });
  await harness.drain();
  const { body } = await by.get(`/exports/${asked.body.id}`);
  expect(body).toMatchObject({ status: 'done', progress: 1 });
  expect(body.downloadUrl).toContain('/files/');
  const stream = await harness.runtime.ports.objects.read(
    company.session.tenant.id,
    `exports/${asked.body.id}.csv`,
  );
  let text = '';
  for await (const piece of stream) text += String(piece);
  return text;
}

describe('an export', () => {
  it('holds the records of the list with labels, names and plain values, and no formula (S20)', async () => {
    const { body: account } = await client.post('/accounts', { name: 'Globex' });
    await client.post('/contacts', {
      firstName: '=1+1',
      lastName: 'Kiñg',
      accountId: account.id,
      kind: 'customer',
      emails: [
        { value: 'ada@example.com', isPrimary: true },
        { value: 'home@example.com', label: 'home' },
      ],
      birthday: '1815-12-10',
      totalSpent: { amountMinor: -1050, currency: 'EUR' },
      tags: ['vip', 'math'],
    });
    await client.post('/contacts', { lastName: 'Left out', kind: 'supplier' });
    const text = await exported(client, {
      type: 'contact',
      filter: [{ field: 'kind', op: 'eq', value: 'customer' }],
      fields: [
        'firstName',
        'lastName',
        'accountId',
        'kind',
        'emails',
        'birthday',
        'totalSpent',
        'tags',
        'ownerId',
      ],
    });
    const [header, row, ...rest] = text.trimEnd().split('\n');
    expect(header?.startsWith('\ufeffFirst name,Last name,Account,Kind,E-mails,')).toBe(true);
    expect(header).toContain('Birthday,Total spent,Total spent: currency,Tags,Owner');
    expect(row).toContain("'=1+1,Kiñg,Globex,Customer,ada@example.com,");
    expect(row).toContain("1815-12-10,'-10.50,EUR,vip; math,Ada Admin");
    expect(row).toContain('home@example.com');
    expect(rest).toEqual([]);
  });

  it('holds what a searched list shows, in its order', async () => {
    for (const lastName of ['Zuse', 'Zuselmann', 'Azuse']) {
      await client.post('/contacts', { lastName, kind: lastName === 'Azuse' ? 'supplier' : 'customer' });
    }
    await harness.drain();
    const sought = { q: 'zuse', sort: '-lastName', fields: ['lastName'] };
    const { body } = await client.get('/contacts?q=zuse&sort=-lastName');
    const shown = body.items.map(({ lastName }: { lastName: string }) => lastName);
    expect(shown).toEqual(['Zuselmann', 'Zuse']);
    const rows = (text: string) => text.trimEnd().split('\n').slice(1);
    expect(rows(await exported(client, { type: 'contact', ...sought }))).toEqual(shown);
    const filter = [{ field: 'lastName', op: 'eq', value: 'Zuse' }];
    expect(rows(await exported(client, { type: 'contact', ...sought, filter }))).toEqual(['Zuse']);
    expect(rows(await exported(client, { type: 'contact', q: 'nobody' }))).toEqual([]);
    const audit = await client.get('/audit');
    expect(audit.body.items[0]).toMatchObject({ type: 'export.requested', data: { q: 'nobody' } });
  });

  it('leaves out what the role hides and what is out of reach, and refuses to name it (S10, S11)', async () => {
    const role = await client.post('/roles', {
      name: 'Exporter',
      home: 'sales',
      permissions: ['records.export'],
      types: { contact: { create: 'own', read: 'own', update: 'own', delete: 'own' } },
      fields: { contact: { birthday: 'hidden' } },
    });
    const { client: exporter } = await joinCompany(harness, client, role.body.id);
    await exporter.post('/contacts', { lastName: 'Own', jobTitle: 'Clerk' });
    const text = await exported(exporter, { type: 'contact' });
    expect(text).toContain('Own');
    expect(text).not.toContain('Kiñg');
    expect(text).not.toContain('Birthday');
    const refused = { status: 422, body: { code: 'list.unknown_field' } };
    expect(await exporter.post('/exports', { type: 'contact', fields: ['birthday'] })).toMatchObject(refused);
    const filter = [{ field: 'birthday', op: 'notEmpty' }];
    expect(await exporter.post('/exports', { type: 'contact', filter })).toMatchObject(refused);
    expect(await exporter.post('/exports', { type: 'account' })).toMatchObject({ status: 403 });
    const representative = (await joinCompany(harness, client, 'sales_rep')).client;
    expect(await representative.post('/exports', { type: 'contact' })).toMatchObject({ status: 403 });
  });

  it('is written into the audit log, told when ready, and shown to nobody else', async () => {
    const asked = await client.post('/exports', { type: 'account' });
    await harness.drain();
    const audit = await client.get('/audit');
    const types = audit.body.items.map(({ type }: { type: string }) => type);
    expect(types).toContain('export.requested');
    const { body } = await client.get('/notifications');
    expect(body.items[0]).toMatchObject({ kind: 'export.finished', title: 'Export ready' });
    const { client: colleague } = await joinCompany(harness, client, 'sales_manager');
    const { client: stranger } = await signUpCompany(harness);
    for (const other of [colleague, stranger]) {
      expect((await other.get(`/exports/${asked.body.id}`)).status).toBe(404);
    }
  });

  it('is imported by itself elsewhere, and gives the same file from there', async () => {
    const { client: from, session } = await signUpCompany(harness, { locale: 'es', currency: 'USD' });
    await runImport(harness, from, { bytes: toCdnowCsv(await readCdnowCustomers(40)) });
    const [one] = await listAll(from, 'contacts');
    const change = { firstName: '+Ada', tags: ['a', 'b'], phones: [{ value: '+34 600', label: 'mobile' }] };
    await from.patch(`/contacts/${one?.id}`, change, 1);
    const fields = ['externalId', 'firstName', 'lastName', 'emails', 'phones', 'addresses', 'tags'];
    const input = {
      type: 'contact',
      fields: [...fields, 'customerSince', 'purchases', 'totalSpent', 'kind'],
    };
    company = { ...company, session };
    const text = await exported(from, input);

    const { client: to, session: there } = await signUpCompany(harness, { locale: 'es', currency: 'EUR' });
    const created = await draft(harness, to, { bytes: text });
    expect(created.mapping.filter(({ field }: { field: string | null }) => field === null)).toEqual([]);
    await perform(harness, to, created.id, 'check');
    const done = await perform(harness, to, created.id, 'start');
    expect(done.counts).toMatchObject({ created: 40, failed: 0 });
    company = { ...company, session: there };
    // Equal last names are in the order of ids, which are others there.
    const lines = (csv: string) => csv.split('\n').sort();
    expect(lines(await exported(to, input))).toEqual(lines(text));
  });
});
