import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { codeFor } from '../support/authenticator';
import { faultsOf } from './support/axe';
import { PHONE, useVisitors } from './support/browser';
import { bringColleague, call, openCompany, PASSWORD } from './support/company';

const visitors = useVisitors();

async function logIn(page: Page, email: string) {
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

/** The key as it is shown for typing. */
async function shownSeed(page: Page): Promise<string> {
  const seed = await page.getByText(/^(?:[A-Z2-7]{4} ?){8}$/).textContent();
  return (seed ?? '').replaceAll(' ', '');
}

async function expectNoFault(page: Page) {
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

describe('a second factor', () => {
  it('is set up with an authenticator app, asked for at the next log-in, and recovered from', async () => {
    const visitor = await visitors.arrive({ viewport: PHONE, colorScheme: 'dark' });
    const { page } = visitor;
    const { email } = await openCompany(visitor);
    await page.goto('/settings/security');
    await page.getByRole('button', { name: 'Set up' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' });
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    await expectNoFault(page);
    const seed = await shownSeed(page);
    await dialog.getByLabel('Code from your authenticator app').fill(codeFor(seed, new Date()));
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(10);
    await expectNoFault(page);
    const recoveryCode = (await dialog.getByRole('listitem').first().textContent()) ?? '';
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 left').waitFor();

    await call(page, 'post', '/logout');
    await logIn(page, email);
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await expectNoFault(page);
    const code = page.getByLabel('Code from your authenticator app');
    await code.fill('000000');
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByText('This code is wrong or was used already').waitFor();
    await code.fill(codeFor(seed, new Date(), 1));
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByText(/^Good .*, Ana$/).waitFor();

    await call(page, 'post', '/logout');
    await logIn(page, email);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recoveryCode);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByText(/^Good .*, Ana$/).waitFor();
  });

  it('is led to where the company wants everybody to have one, and taken away by an administrator', async () => {
    const admin = await visitors.arrive();
    await openCompany(admin);
    const colleague = await visitors.arrive();
    const { email } = await bringColleague(admin.page, colleague, 'sales_rep');
    await admin.page.goto('/settings/company');
    await admin.page.getByRole('switch', { name: 'Everybody needs a second factor' }).click();
    await admin.page.getByRole('button', { name: 'Save' }).click();
    await admin.page.getByText('Saved').waitFor();

    await call(colleague.page, 'post', '/logout');
    await logIn(colleague.page, email);
    await colleague.page.getByRole('heading', { name: 'Protect your account' }).waitFor();
    await colleague.page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    await expectNoFault(colleague.page);
    const seed = await shownSeed(colleague.page);
    await colleague.page.getByLabel('Code from your authenticator app').fill(codeFor(seed, new Date()));
    await colleague.page.getByRole('button', { name: 'Turn on' }).click();
    await colleague.page.getByRole('button', { name: 'I have kept them: go in' }).click();
    await colleague.page.getByText(/^Good .*, Ben$/).waitFor();

    await admin.page.goto('/settings/members');
    await admin.page.getByRole('button', { name: 'Edit Ben Okafor' }).click();
    await admin.page.getByRole('button', { name: 'Reset second factor' }).click();
    await expectNoFault(admin.page);
    await admin.page.getByRole('dialog').getByRole('button', { name: 'Reset second factor' }).last().click();
    await admin.page.getByText('second factor is reset').waitFor();
    await colleague.page.reload();
    await colleague.page.getByRole('heading', { name: 'Log in' }).waitFor();
  });
});
