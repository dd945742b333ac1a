import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { faultsOf } from './support/axe';
import { DESKTOP, PHONE, useVisitors, type Visitor } from './support/browser';
import { bringColleague, openCompany } from './support/company';
import { keepScreenshot } from './support/screenshots';

const visitors = useVisitors();
let admin: Visitor;
let secret: string;

beforeAll(async () => {
  admin = await visitors.arrive();
  await openCompany(admin);
});

/** What a program gets from the API: no browser, no cookie, only its key. */
async function callWith(key: string, path: string, body?: object): Promise<number> {
  const response = await fetch(new URL(`/api/v1${path}`, inject('productUrl')), {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return response.status;
}

async function takeSecret(page: Page, look: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Web shop' });
  const shown = await dialog.getByRole('textbox', { name: 'Secret' }).inputValue();
  await keepScreenshot(page, `new-secret-${look}`);
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await dialog.waitFor({ state: 'detached' });
  return shown;
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Manage Web shop' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

describe('API keys', () => {
  it('are made with a role, scopes and an end, and their secret is seen once (S13)', async () => {
    const { page } = admin;
    await page.goto('/settings/api-keys');
    await page.getByText('No API keys yet').waitFor();
    await page.getByRole('button', { name: 'New API key' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New API key' });
    await dialog.getByLabel('Name').fill('Web shop');
    await dialog.getByLabel('Role', { exact: true }).selectOption({ label: 'Administrator' });
    await dialog.getByLabel('Only some of it').check();
    await dialog.getByRole('button', { name: 'Create key' }).click();
    await dialog.getByText('Choose at least one right').waitFor();
    await dialog.getByLabel('Contacts').selectOption({ label: 'Read and change' });
    await dialog.getByLabel('Accounts').selectOption({ label: 'Read' });
    await keepScreenshot(page, 'new-key-light');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Create key' }).click();
    secret = await takeSecret(page, 'light');

    await page.getByText('contact:write, account:read').waitFor();
    await page.getByText('Never used').waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await callWith(secret, '/contacts', { lastName: 'Byron' })).toBe(201);
    expect(await callWith(secret, '/accounts')).toBe(200);
    expect(await callWith(secret, '/accounts', { name: 'Engines' })).toBe(403);
    await page.reload();
    await page.getByText(/^Last used/).waitFor();
  });

  it('are named in the history of what they made', async () => {
    const { page } = admin;
    await page.goto('/contacts');
    await page.getByRole('link', { name: 'Byron' }).click();
    await page.getByText('Web shop').first().waitFor();
    await page.goto('/settings/audit');
    await page.getByText('created API key Web shop').waitFor();
  });

  it('rotate while both secrets work (S13)', async () => {
    const { page } = admin;
    await page.goto('/settings/api-keys');
    await choose(page, 'Rotate secret');
    const dialog = page.getByRole('dialog', { name: 'Rotate the secret of Web shop' });
    await dialog.getByLabel('The old secret works for').selectOption({ label: 'Seven days' });
    await dialog.getByRole('button', { name: 'Rotate secret' }).click();
    const renewed = await takeSecret(page, 'rotated');
    await page.getByText(/^Old secret works until/).waitFor();
    for (const key of [secret, renewed]) expect(await callWith(key, '/accounts')).toBe(200);
    secret = renewed;
  });

  it('are disabled, and enabled again by taking it back', async () => {
    const { page } = admin;
    await choose(page, 'Disable');
    await page.getByText('Disabled', { exact: true }).waitFor();
    expect(await callWith(secret, '/accounts')).toBe(401);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Disabled', { exact: true }).waitFor({ state: 'detached' });
    expect(await callWith(secret, '/accounts')).toBe(200);
  });

  it('keep their end when something else of them is changed', async () => {
    const { page } = admin;
    await choose(page, 'Edit');
    const dialog = page.getByRole('dialog', { name: 'Web shop' });
    await dialog.getByLabel('All that its role allows').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('All that its role allows').waitFor();
    await page.getByText(/^Until/).waitFor();
    expect(await callWith(secret, '/accounts', { name: 'Engines' })).toBe(201);
  });

  it.each([
    ['dark', DESKTOP, 'dark'],
    ['phone', PHONE, 'light'],
  ] as const)(
    'have no fault for people who see or move differently, and fit: %s',
    async (look, viewport, colorScheme) => {
      const storageState = await admin.context.storageState();
      const { page } = await visitors.arrive({ storageState, viewport, colorScheme });
      await page.goto('/settings/api-keys');
      await page.getByRole('button', { name: 'Manage Web shop' }).waitFor();
      await keepScreenshot(page, `keys-${look}`);
      expect(await faultsOf(page)).toEqual([]);
      await choose(page, 'Edit');
      await page.getByLabel('Only some of it').check();
      await page.getByLabel('Contacts').waitFor();
      await keepScreenshot(page, `edit-key-${look}`);
      expect(await faultsOf(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );

  it('are revoked for good once the name is typed, by keyboard alone (S6)', async () => {
    const { page } = admin;
    await page.getByRole('button', { name: 'Manage Web shop' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Revoke' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Revoke Web shop' });
    await dialog.waitFor();
    const button = dialog.getByRole('button', { name: 'Revoke', exact: true });
    await page.keyboard.type('Web shopp');
    expect(await button.isDisabled()).toBe(true);
    await page.keyboard.press('Backspace');
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Web shop is revoked').waitFor();
    await page.getByText('No API keys yet').waitFor();
    expect(await callWith(secret, '/accounts')).toBe(401);
  });

  it('are no business of colleagues who may not manage them (S9)', async () => {
    const seller = await visitors.arrive();
    await bringColleague(admin.page, seller, 'sales_rep', 'Cleo Marsh');
    await seller.page.goto('/settings/api-keys');
    await seller.page.getByText('There is nothing here').waitFor();
  });
});
