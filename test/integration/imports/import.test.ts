import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client';
import { readCdnowCustomers, toCdnowCsv } from '../../support/cdnow';
import type { Harness } from '../../support/harness';
import { type ImportCompany, openImportCompany } from '../../support/import-company';
import { draft, listAll, perform, resultOf } from '../../support/import-jobs';
import { makeMessyFile } from '../../support/messy-file';

let company: ImportCompany;
let harness: Harness;
let client: ApiClient;

beforeAll(async () => {
  company = await openImportCompany();
  ({ harness, client } = company);
});
afterAll(() => company.close());

describe('a first import', () => {
  it('guesses what the CDNOW file holds and writes each customer whole', async () => {
    const customers = await readCdnowCustomers(300);
    const created = await draft(harness, client, { bytes: toCdnowCsv(customers) });
    expect(created).toMatchObject({
      status: 'draft',
      encoding: 'utf-8',
      delimiter: ',',
      hasHeader: true,
      matchBy: 'externalId',
      mapping: [
        { column: 'customer_id', field: 'externalId' },
        { column: 'name', field: 'fullName' },
        { column: 'email', field: 'emails' },
        { column: 'first_purchase', field: 'customerSince' },
        { column: 'last_purchase', field: 'lastPurchaseOn' },
        { column: 'orders', field: 'purchases' },
        { column: 'cds', field: null },
        { column: 'total_spent', field: 'totalSpent', decimal: '.' },
      ],
    });
    expect(created.sample).toHaveLength(20);

    const checked = await perform(harness, client, created.id, 'check');
    expect(checked).toMatchObject({ status: 'checked', counts: { rows: 300, valid: 300, invalid: 0 } });
    const done = await perform(harness, client, created.id, 'start');
    expect(done).toMatchObject({
      status: 'done',
      progress: 1,
      counts: { created: 300, updated: 0, skipped: 0, failed: 0 },
    });

    const contacts = await listAll(client, 'contacts');
    expect(contacts).toHaveLength(300);
    const [first] = customers;
    const record = contacts.find(({ emails }) => JSON.stringify(emails).includes(first?.email ?? '?'));
    expect((await client.get(`/contacts/${record?.id}`)).body).toMatchObject({
      externalId: first?.id,
      emails: [{ value: first?.email, isPrimary: true }],
      totalSpent: { amountMinor: first?.totalCents, currency: 'EUR' },
      purchases: first?.purchases,
      version: 1,
    });
    expect(await resultOf(harness, client, created.id)).toContain('2,created,con_');
  });

  it('takes a messy Latin-1 file and names what is wrong with each bad row', async () => {
    const messy = makeMessyFile(1_000);
    const created = await draft(harness, client, { bytes: messy.bytes, name: 'messy.csv' });
    expect(created).toMatchObject({ encoding: 'windows-1252', delimiter: ';', matchBy: 'externalId' });
    expect(created.mapping.map(({ field }: { field: string }) => field)).toEqual([
      'externalId',
      'fullName',
      'emails',
      'phones',
      'customerSince',
      'totalSpent',
      'addresses.city',
      'description',
    ]);
    const checked = await perform(harness, client, created.id, 'check');
    const { dates, emails, amounts } = messy.bad;
    expect(checked.counts).toMatchObject({
      rows: 1_000,
      invalid: dates + emails + amounts,
      duplicates: messy.duplicates,
    });
    const done = await perform(harness, client, created.id, 'start');
    expect(done.counts).toMatchObject({
      created: 1_000 - dates - emails - amounts - messy.duplicates,
      skipped: messy.duplicates,
      failed: dates + emails + amounts,
    });
  });
});
