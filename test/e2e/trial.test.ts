import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type LocalProcess, startLocalProcess } from '../support/local-process';
import { useVisitors, type Visitor } from './support/browser';
import { createRecord, openCompany, type Person } from './support/company';
import { downloadBy } from './support/download';
import { mailTo } from './support/mailbox';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

let dataFolder: string;
let product: LocalProcess;
const visitors = useVisitors(() => product.url);
let admin: Visitor;
let ana: Person;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'vinculo-trial-'));
  const clock = `--import ${join(import.meta.dirname, 'support/moving-clock.mjs')}`;
  product = await startLocalProcess({
    dataFolder,
    env: { SITE_FOLDER: inject('siteFolder'), NODE_OPTIONS: clock },
  });
  admin = await visitors.arrive();
  ana = await openCompany(admin);
  await createRecord(admin.page, 'accounts', { name: 'Harbor Bakery' });
});

afterAll(async () => {
  await product?.end('SIGINT');
  await rm(dataFolder, { recursive: true, force: true });
});

/** Takes the product, not the browser, ten days on. Two signals at once would be one, so each waits for an answer. */
async function tenDaysPass(): Promise<void> {
  process.kill(product.pid, 'SIGUSR2');
  await fetch(`${product.url}/_local/run.json`);
}

async function operator(...args: string[]): Promise<string> {
  const env = { ...process.env, DATA_FOLDER: dataFolder };
  return (await run('npm', ['run', '--silent', 'operator', '--', ...args], { cwd: ROOT, env })).stdout;
}

describe('the trial', () => {
  it('counts its days down in sight of everybody, and mails before it ends', async () => {
    const { page } = admin;
    await page.goto('/');
    await page.getByText('30 days of trial left').waitFor();
    await tenDaysPass();
    await page.reload();
    await page.getByText('20 days of trial left').waitFor();
    await tenDaysPass();
    await page.reload();
    await page.getByText('10 days of trial left').waitFor();
  });

  it('ends: nothing can be changed, and a banner and a clear problem say why', async () => {
    const { page } = admin;
    await page.goto('/accounts');
    await page.getByRole('button', { name: 'New account' }).click();
    const dialog = page.getByRole('dialog', { name: 'New account' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Too Late Limited');
    await tenDaysPass();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByText('Your trial has ended. You can still read and export everything.').waitFor();
    await page.reload();
    await page.getByRole('status').filter({ hasText: 'Your trial ended.' }).waitFor();
    await page.getByRole('gridcell', { name: 'Harbor Bakery', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'New account' }).count()).toBe(0);
    expect(await page.getByRole('main').getByRole('link', { name: 'Import' }).count()).toBe(0);
    await mailTo(page, ana.email, /The trial of Bluefin Tools has ended/);
  });

  it('still lets everything be read and exported', async () => {
    const { page } = admin;
    const csv = await downloadBy(page, () => page.getByRole('button', { name: 'Export' }).click());
    expect(csv).toContain('Harbor Bakery');
  });

  it('is extended by a command of the operator, and the workspace can be changed again', async () => {
    const { page } = admin;
    const tenantId = /ten_\w+/.exec(await operator('find', ana.email))?.[0] ?? '';
    expect(await operator('extend-trial', tenantId, '--days', '30')).toContain('Bluefin Tools');
    await page.reload();
    await page.getByText('30 days of trial left').waitFor();
    await page.getByRole('button', { name: 'New account' }).click();
    const dialog = page.getByRole('dialog', { name: 'New account' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('In Time Limited');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'In Time Limited' }).waitFor();
  });
});
