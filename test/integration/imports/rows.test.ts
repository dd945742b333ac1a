import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { draft, listAll, perform, resultOf, runImport } from '../../support/import-jobs';

let harness: Harness;

beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

async function aCompany(): Promise<ApiClient> {
  return (await signUpCompany(harness)).client;
}

const BAD = `Id,First name,Last name,E-mail,Birthday,Account
1,Ada,King,ada@example.com,1815-12-10,
2,Grace,Hopper,not an address,31/02/1906,
3,Alan,Turing,alan@example.com,1912-06-23,No such firm
`;

describe('invalid rows', () => {
  it('are listed with their cells and what is wrong with each', async () => {
    const client = await aCompany();
    const { id } = await draft(harness, client, { bytes: BAD });
    const checked = await perform(harness, client, id, 'check');
    expect(checked.counts).toMatchObject({ rows: 3, valid: 1, invalid: 2 });
    const { body } = await client.get(`/imports/${id}/rows?only=invalid`);
    expect(body.items).toMatchObject([
      {
        row: 3,
        cells: { firstName: 'Grace', emails: 'not an address', birthday: '31/02/1906' },
        errors: [
          { field: 'emails', code: 'email_invalid' },
          { field: 'birthday', code: 'date_invalid' },
        ],
      },
      { row: 4, errors: [{ field: 'accountId', code: 'reference.not_found' }] },
    ]);
  });

  it('are right at once when fixed, are left out when skipped, and keep their fixes in a second check', async () => {
    const client = await aCompany();
    const { id } = await draft(harness, client, { bytes: BAD });
    await perform(harness, client, id, 'check');
    const half = await client.call('PATCH', `/imports/${id}/rows`, {
      fixes: [{ row: 3, cells: { emails: 'grace@example.com' } }],
    });
    expect(half.body.items).toMatchObject([
      { row: 3, errors: [{ field: 'birthday', code: 'date_invalid' }] },
    ]);
    const fixed = await client.call('PATCH', `/imports/${id}/rows`, {
      fixes: [
        { row: 3, cells: { birthday: '1906-12-09' } },
        { row: 4, skip: true },
      ],
    });
    expect(fixed.body.items).toMatchObject([
      { row: 3, errors: [] },
      { row: 4, errors: [] },
    ]);
    expect((await client.get(`/imports/${id}`)).body.counts).toMatchObject({ valid: 2, invalid: 0 });
    expect((await client.get(`/imports/${id}/rows`)).body.items).toEqual([]);
    const again = await perform(harness, client, id, 'check');
    expect(again.counts).toMatchObject({ valid: 2, invalid: 0 });
    const done = await perform(harness, client, id, 'start');
    expect(done.counts).toMatchObject({ created: 2, skipped: 1, failed: 0 });
    const grace = (await listAll(client, 'contacts')).find(({ firstName }) => firstName === 'Grace');
    expect(grace).toMatchObject({ emails: [{ value: 'grace@example.com', isPrimary: true }] });
    const result = await resultOf(harness, client, id);
    expect(result).toContain('row,status,id,error,Id,First name');
    expect(result).toContain('4,skipped,,Left out by hand.,3,Alan');
  });

  it('fail with a reason in the result when nobody fixed them', async () => {
    const client = await aCompany();
    const done = await runImport(harness, client, { bytes: BAD });
    expect(done.counts).toMatchObject({ created: 1, failed: 2 });
    expect(await resultOf(harness, client, done.id)).toContain(
      '3,failed,,"E-mail: ""not an address"" is no e-mail address.',
    );
  });

  it('fail with a reason in the language of whoever started the import', async () => {
    const { client } = await signUpCompany(harness, { locale: 'es' });
    const done = await runImport(harness, client, { bytes: BAD });
    const result = await resultOf(harness, client, done.id);
    expect(result).toContain(
      '3,failed,,E-mail: «not an address» no es una dirección de correo. Birthday: «31/02/1906» no es una fecha.',
    );
    expect(result).toContain('4,failed,,Account: No hay nada que se llame «No such firm».');
  });
});

describe('rows that exist', () => {
  const first =
    'Id,Last name,E-mail,Phone\na,King,ada@example.com,+34 600 000 001\nb,Hopper,grace@example.com,\n';
  const second =
    'Id,Last name,E-mail,Phone\na,Lovelace,countess@example.com,+34 600 000 002\nc,Turing,alan@example.com,\n';

  it.each([
    ['skip', { created: 1, updated: 0, skipped: 1, failed: 0 }, 'King'],
    ['update', { created: 1, updated: 1, skipped: 0, failed: 0 }, 'Lovelace'],
    ['create', { created: 1, updated: 0, skipped: 0, failed: 1 }, 'King'],
  ])('in mode create with onDuplicate %s', async (onDuplicate, counts, lastName) => {
    const client = await aCompany();
    await runImport(harness, client, { bytes: first });
    const done = await runImport(harness, client, { bytes: second }, { onDuplicate });
    expect(done.counts).toMatchObject({ ...counts, matches: 1 });
    const contacts = await listAll(client, 'contacts');
    expect(contacts.map((contact) => contact.lastName).sort()).toEqual(['Hopper', 'Turing', lastName].sort());
  });

  it('are the only ones that mode update touches, and lists grow instead of being replaced', async () => {
    const client = await aCompany();
    await runImport(harness, client, { bytes: first });
    const done = await runImport(harness, client, { bytes: second }, { mode: 'update' });
    expect(done.counts).toMatchObject({ created: 0, updated: 1, skipped: 1 });
    const ada = (await listAll(client, 'contacts')).find(({ lastName }) => lastName === 'Lovelace');
    expect(ada).toMatchObject({
      version: 2,
      emails: [{ value: 'ada@example.com', isPrimary: true }, { value: 'countess@example.com' }],
      phones: [{ value: '+34 600 000 001' }, { value: '+34 600 000 002' }],
    });
  });

  it('are found by e-mail, in the tenant and above in the file', async () => {
    const client = await aCompany();
    await runImport(harness, client, { bytes: first });
    const file = 'E-mail,Job title\nADA@example.com,Analyst\nnew@example.com,One\nnew@example.com,Two\n';
    const done = await runImport(harness, client, { bytes: file }, { mode: 'upsert', matchBy: 'emails' });
    expect(done.counts).toMatchObject({ created: 1, updated: 2, matches: 1, duplicates: 1 });
    const titles = (await listAll(client, 'contacts')).map(({ jobTitle }) => jobTitle);
    expect(titles.filter(Boolean).sort()).toEqual(['Analyst', 'Two']);
  });

  it('are counted once though the file repeats them, whatever becomes of them', async () => {
    const client = await aCompany();
    const file = 'Id,Last name\nx,One\ny,Other\nx,Two\nx,Three\n';
    const skipped = await runImport(harness, client, { bytes: file });
    expect(skipped.counts).toMatchObject({ created: 2, skipped: 2, duplicates: 2 });
    const other = await aCompany();
    const updated = await runImport(harness, other, { bytes: file }, { onDuplicate: 'update' });
    expect(updated.counts).toMatchObject({ created: 2, updated: 2 });
    expect((await listAll(other, 'contacts')).map(({ lastName }) => lastName).sort()).toEqual([
      'Other',
      'Three',
    ]);
  });
});

describe('columns that name other things', () => {
  it('find accounts by name, create those that are missing once, and owners by e-mail', async () => {
    const { client, email } = await signUpCompany(harness);
    const { body: globex } = await client.post('/accounts', { name: 'Globex' });
    const rows = Array.from({ length: 60 }, (_, n) => `Person ${n},${n % 3 ? 'Initech' : 'GLOBEX'},${email}`);
    const file = `Last name,Account,Owner\n${rows.join('\n')}\n`;
    const done = await runImport(harness, client, { bytes: file }, { createMissing: true });
    expect(done.counts).toMatchObject({ created: 60, failed: 0 });
    const accounts = await listAll(client, 'accounts');
    expect(accounts.map(({ name }) => name).sort()).toEqual(['Globex', 'Initech']);
    const contacts = await listAll(client, 'contacts');
    expect(contacts.filter(({ accountId }) => accountId === globex.id)).toHaveLength(20);
    expect(new Set(contacts.map(({ ownerId }) => ownerId)).size).toBe(1);
  });

  it('fill one field together: labelled e-mails, the parts of an address, an amount and its currency', async () => {
    const client = await aCompany();
    const file =
      'Last name,Work e-mail,Home e-mail,Street,City,Country,Total,Currency\n' +
      'King,ada@work.example,ada@home.example,Main St 1,León,España,"1,234",JPY\n';
    const created = await draft(harness, client, { bytes: file });
    expect(created.mapping.map(({ field }: { field: string }) => field)).toEqual([
      'lastName',
      'emails.work',
      'emails.home',
      'addresses.street',
      'addresses.city',
      'addresses.country',
      'totalSpent',
      'totalSpent.currency',
    ]);
    await perform(harness, client, created.id, 'check');
    await perform(harness, client, created.id, 'start');
    const [listed] = await listAll(client, 'contacts');
    expect((await client.get(`/contacts/${listed?.id}`)).body).toMatchObject({
      emails: [
        { value: 'ada@work.example', label: 'work', isPrimary: true },
        { value: 'ada@home.example', label: 'home' },
      ],
      addresses: [{ street: 'Main St 1', city: 'León', country: 'ES', isPrimary: true }],
      totalSpent: { amountMinor: 1234, currency: 'JPY' },
    });
  });

  it('call a stage by its name, and an export does so too', async () => {
    const client = await aCompany();
    const file =
      'Opportunity,Stage,Amount,Expected close\n' +
      'Big deal,proposal,"12,500.00",2027-03-31\n' +
      'Bigger deal,No such stage,1,\n';
    const created = await draft(harness, client, { bytes: file, type: 'opportunity' });
    expect(created.mapping.map(({ field }: { field: string }) => field)).toEqual([
      'name',
      'stageId',
      'amount',
      'expectedCloseOn',
    ]);
    const checked = await perform(harness, client, created.id, 'check');
    expect(checked.counts).toMatchObject({ valid: 1, invalid: 1 });
    const { body: rows } = await client.get(`/imports/${created.id}/rows`);
    expect(rows.items).toMatchObject([{ row: 3, errors: [{ field: 'stageId', code: 'option_unknown' }] }]);
    await perform(harness, client, created.id, 'start');
    const { body: pipelines } = await client.get('/pipelines');
    const stage = pipelines.items[0].stages.find(({ name }: { name: string }) => name === 'Proposal');
    const [deal] = await listAll(client, 'opportunities');
    expect(deal).toMatchObject({
      name: 'Big deal',
      stageId: stage.id,
      amount: { amountMinor: 1_250_000, currency: 'EUR' },
      status: 'open',
    });
    const asked = await client.post('/exports', { type: 'opportunity', fields: ['name', 'stageId'] });
    await harness.drain();
    const { body: session } = await client.get('/session');
    const name = `exports/${asked.body.id}.csv`;
    const stream = await harness.runtime.ports.objects.read(session.tenant.id, name);
    expect(await text(stream)).toContain('Big deal,Proposal');
  });
});
