import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCdnowCustomers, toCdnowCsv } from '../support/cdnow';
import { makeMessyFile } from '../support/messy-file';
import { useVisitors } from './support/browser';
import { call, createRecord, openCompany } from './support/company';
import { downloadBy } from './support/download';
import { chooseFile } from './support/import-file';
import { keepScreenshot } from './support/screenshots';

const LONG_MS = 120_000;

const visitors = useVisitors();
let page: Page;

const count = (name: string) =>
  page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::*');
const field = (column: string) => page.getByRole('combobox', { name: `Field for ${column}` });

beforeAll(async () => {
  const visitor = await visitors.arrive();
  page = visitor.page;
  await openCompany(visitor);
});

async function nothingIsLeft(): Promise<void> {
  await page.getByText('Everything the import did was taken back.').waitFor({ timeout: LONG_MS });
}

describe("importing a shop's customers", () => {
  it('guesses the columns, previews, creates them while one watches, and takes all of it back', async () => {
    await chooseFile(page, 'cdnow.csv', Buffer.from(toCdnowCsv(await readCdnowCustomers(1_000))));
    await expect.poll(() => field('name').inputValue()).toBe('Full name');
    expect(await field('email').inputValue()).toBe('E-mails');
    expect(await field('total_spent').inputValue()).toBe('Total spent');
    expect(await field('cds').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('button', { name: 'Import 1000 rows' }).click();
    await page.getByRole('progressbar', { name: 'Progress' }).waitFor({ state: 'attached' });
    await page.getByText('The import is done.').waitFor({ timeout: LONG_MS });
    expect(await count('Created').textContent()).toBe('1,000');

    await page.getByRole('link', { name: 'Open the list' }).click();
    await page.getByRole('searchbox').fill('rebecca.smith.1@example.com');
    await page.getByRole('link', { name: 'Rebecca', exact: true }).waitFor();

    await page.getByRole('link', { name: 'Imports' }).click();
    await page.getByRole('link', { name: 'cdnow.csv' }).click();
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByText('This deletes 1000 records').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
    await nothingIsLeft();
    await page.goto('/contacts');
    await page.getByText('No contacts yet').waitFor();
  });
});

describe('importing a messy file', () => {
  const { bytes, bad, rows } = makeMessyFile(400);
  const badRows = bad.dates + bad.emails + bad.amounts;
  let mendedRow: string | undefined;

  beforeAll(async () => {
    await createRecord(page, 'contacts', { firstName: 'Known', lastName: 'Before', externalId: 'C-000001' });
  });

  it('finds encoding, separator and dates by itself, and marks each bad cell with its reason', async () => {
    await chooseFile(page, 'clientes.csv', bytes);
    await expect.poll(() => field('Nº cliente').inputValue()).toBe('External id');
    await page.getByText('Paul Núñez').waitFor();
    await page.getByRole('radio', { name: 'Both' }).click();
    await page.getByRole('radio', { name: 'Both', checked: true }).waitFor();
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('heading', { name: `${badRows} rows to fix` }).waitFor({ timeout: LONG_MS });
    expect(await count('To fix').textContent()).toBe(String(badRows));
    await keepScreenshot(page, 'import-light');
  });

  it('takes a cell put right, skips the others, and imports what is good', async () => {
    const cell = page.getByRole('textbox', { name: /^E-mails in row/ }).first();
    mendedRow = /\d+/.exec((await cell.getAttribute('aria-label')) ?? '')?.[0];
    await cell.fill('mended@example.com');
    await cell.press('Enter');
    await page
      .getByRole('textbox', { name: `E-mails in row ${mendedRow}`, exact: true })
      .waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: /^Skip row/ })
      .first()
      .click();
    await page.getByRole('button', { name: `Skip these ${badRows - 2} rows` }).click();
    await page.getByRole('button', { name: `Import ${rows - badRows + 1} rows` }).click();
    await page.getByText('The import is done.').waitFor({ timeout: LONG_MS });
  });

  it('tells row by row what became of it', async () => {
    const csv = await downloadBy(page, () => page.getByRole('link', { name: 'Result, row by row' }).click());
    const statusOf = (row: string | undefined) => new RegExp(`^${row},(\\w+),`, 'm').exec(csv)?.[1];
    expect(statusOf('2')).toBe('updated');
    expect(statusOf(mendedRow)).toBe('created');
    expect(csv.match(/^\d+,skipped,/gm)).toHaveLength(badRows - 1);
  });

  it('is undone whole: what was created goes, what was updated is as it was', async () => {
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
    await nothingIsLeft();
    const left = await (await call(page, 'get', '/contacts')).json();
    expect(left).toMatchObject({ items: [{ firstName: 'Known', lastName: 'Before' }], nextCursor: null });
  });
});
