import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type LocalProcess, startLocalProcess } from '../support/local-process';
import { useVisitors } from './support/browser';
import { createRecord, openCompany, PASSWORD, type Person } from './support/company';

const ENDED = 'Your session has ended. Log in to go on where you were.';

let dataFolder: string;
let product: LocalProcess;
const visitors = useVisitors(() => product.url);
let page: Page;
let ana: Person;
let accountId: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'vinculo-session-'));
  const clock = `--import ${join(import.meta.dirname, 'support/moving-clock.mjs')}`;
  product = await startLocalProcess({
    dataFolder,
    env: { SITE_FOLDER: inject('siteFolder'), NODE_OPTIONS: clock },
  });
});

beforeEach(async () => {
  const visitor = await visitors.arrive();
  page = visitor.page;
  ana = await openCompany(visitor);
  accountId = (await createRecord(page, 'accounts', { name: 'Harbor Bakery' })).id;
});

afterAll(async () => {
  await product?.end('SIGINT');
  await rm(dataFolder, { recursive: true, force: true });
});

/**
 * Takes the product, not the browser, so far that a session has ended, in two steps. A request of the page between
 * them would keep its session alive: nothing may be under way.
 */
async function twentyDaysPass(): Promise<void> {
  await page.waitForLoadState('networkidle');
  for (let step = 0; step < 2; step++) {
    process.kill(product.pid, 'SIGUSR2');
    await fetch(`${product.url}/_local/run.json`);
  }
}

async function logInAgain(): Promise<void> {
  await page.getByRole('heading', { name: 'Log in' }).waitFor();
  await page.getByText(ENDED).waitFor();
  await page.getByLabel('E-mail').fill(ana.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

describe('a session', () => {
  it('asks for the password again where the session has ended meanwhile', async () => {
    await page.goto('/');
    await page.getByText('30 days of trial left').waitFor();
    await twentyDaysPass();
    await page.goto('/accounts?sort=-name#list');
    await logInAgain();
    await page.getByRole('heading', { name: 'Accounts' }).waitFor();
    expect(new URL(page.url())).toMatchObject({ search: '?sort=-name', hash: '#list' });
    await page.getByText('10 days of trial left').waitFor();
  });

  it('that ends while a page is open leads to the log-in with the first request, and back to the page', async () => {
    await page.goto('/accounts?sort=-name');
    await page.getByRole('gridcell', { name: 'Harbor Bakery', exact: true }).waitFor();
    await twentyDaysPass();
    await page.getByRole('button', { name: 'Export' }).click();
    await logInAgain();
    await page.getByRole('gridcell', { name: 'Harbor Bakery', exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?sort=-name');
  });

  it('that ended is noticed by whoever comes back to its page, whatever asks first', async () => {
    await page.clock.install();
    await page.goto(`/accounts/${accountId}`);
    await page.getByRole('heading', { name: 'Harbor Bakery' }).waitFor();
    await twentyDaysPass();
    await page.route(/\/api\/v1\/(?!session|login)/, () => {});
    await page.clock.fastForward('05:00');
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await page.unrouteAll();
    await logInAgain();
    await page.getByRole('heading', { name: 'Harbor Bakery' }).waitFor();
  });

  it('that somebody closed is not told to have ended', async () => {
    await page.goto('/accounts');
    await page.getByRole('button', { name: ana.name }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await page.goto('/accounts');
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    expect(await page.getByText(ENDED).count()).toBe(0);
  });
});
