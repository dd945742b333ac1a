import { describe, expect, it } from 'vitest';
import { faultsOf } from './support/axe';
import { useVisitors, type Visitor } from './support/browser';
import { call, openCompany, PASSWORD } from './support/company';

const visitors = useVisitors();

/** A device with a finger that is always the right one. */
async function plugInAuthenticator({ context, page }: Visitor) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe('a passkey', () => {
  it('is added, logs in without a user name and after the password, is renamed and removed', async () => {
    const visitor = await visitors.arrive();
    const { page } = visitor;
    await plugInAuthenticator(visitor);
    const { email } = await openCompany(visitor);
    await page.goto('/settings/security');
    await page.getByRole('button', { name: 'Add passkey' }).click();
    const dialog = page.getByRole('dialog', { name: 'New passkey' });
    await dialog.getByLabel('Name').fill('Work laptop');
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('Work laptop').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await call(page, 'post', '/logout');
    await page.goto('/login');
    await page.getByRole('button', { name: 'Log in with a passkey' }).click();
    await page.getByText(/^Good .*, Ana$/).waitFor();

    await call(page, 'post', '/logout');
    await page.goto('/login');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Log in with a passkey' }).click();
    await page.getByText(/^Good .*, Ana$/).waitFor();

    await page.goto('/settings/security');
    await page.getByText(/^Used /).waitFor();
    await page.getByRole('button', { name: 'Rename Work laptop' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Old laptop');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Remove Old laptop' }).click();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText(/^A passkey logs you in/).waitFor();
  });
});
