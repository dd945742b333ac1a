import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readCdnowCustomers, toCdnowCsv } from '../support/cdnow';
import { useVisitors } from './support/browser';
import { call, createRecord, openCompany } from './support/company';
import { chooseFile } from './support/import-file';

const KB = 1024;
const MOST_KB = 200;
const ROWS = 10_000;
const visitors = useVisitors();

/** Scripts that the browser takes while `action` runs, gzipped, in KB. */
async function scriptsKb(page: Page, action: () => Promise<void>): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  await action();
  await page.waitForLoadState('networkidle');
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  return sizes.reduce((sum, size) => sum + size, 0) / KB;
}

describe('the weight of the client', () => {
  it('is at most 200 KB of scripts for the first page, gzipped', async () => {
    const { page } = await visitors.arrive();
    const weight = await scriptsKb(page, async () => {
      await page.goto('/login');
      await page.getByRole('heading', { name: 'Log in' }).waitFor();
    });
    expect(weight).toBeGreaterThan(50);
    expect(weight).toBeLessThanOrEqual(MOST_KB);
  });

  it('is at most 200 KB for a list and for a record that are opened first, gzipped', async () => {
    const visitor = await visitors.arrive();
    await openCompany(visitor);
    const account = await createRecord(visitor.page, 'accounts', { name: 'Harbor Bakery' });
    const deal = await createRecord(visitor.page, 'opportunities', { name: 'Ovens for Harbor Bakery' });
    const cold = {
      '/accounts': { role: 'gridcell', name: 'Harbor Bakery' },
      [`/accounts/${account.id}`]: { role: 'heading', name: 'Harbor Bakery' },
      [`/opportunities/${deal.id}`]: { role: 'button', name: /, where it is now/ },
    } as const;
    for (const [path, { role, name }] of Object.entries(cold)) {
      const page = await visitor.context.newPage();
      const weight = await scriptsKb(page, async () => {
        await page.goto(path);
        await page.getByRole(role, { name }).first().waitFor();
      });
      expect(weight, path).toBeGreaterThan(150);
      expect(weight, path).toBeLessThanOrEqual(MOST_KB);
      await page.close();
    }
  });
});

describe('a list of 10,000 rows', () => {
  it('scrolls to its end, only draws what is in sight, and is found to its last row', async () => {
    const visitor = await visitors.arrive();
    const { page } = visitor;
    await openCompany(visitor);
    const customers = await readCdnowCustomers(ROWS);
    await chooseFile(page, 'cdnow.csv', Buffer.from(toCdnowCsv(customers)));
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('button', { name: 'Import 10000 rows' }).click({ timeout: 120_000 });
    await page.getByText('The import is done.').waitFor({ timeout: 160_000 });
    await page.getByRole('link', { name: 'Open the list' }).click();
    const grid = page.getByRole('grid', { name: 'Contacts' });
    await grid.getByRole('gridcell').first().focus();
    const drawn = grid.getByRole('row');
    let last = 0;
    while (last < ROWS) {
      await page.keyboard.press('Control+End');
      await expect.poll(() => lastRow(drawn)).not.toBe(last);
      last = await lastRow(drawn);
      expect(await drawn.count()).toBeLessThan(120);
    }
    const lastFound = async () => (await call(page, 'get', `/search?q=${customers.at(-1)?.email}`)).json();
    await expect.poll(lastFound, { timeout: 120_000, interval: 500 }).toMatchObject({ items: [{}] });
  }, 300_000);
});

async function lastRow(rows: ReturnType<Page['getByRole']>): Promise<number> {
  return Number(await rows.last().getAttribute('aria-rowindex')) - 1;
}
