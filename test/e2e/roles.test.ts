import { beforeAll, describe, expect, it } from 'vitest';
import { useVisitors, type Visitor } from './support/browser';
import { aPerson, bringColleague, createRecord, openCompany, PASSWORD } from './support/company';
import { mailTo } from './support/mailbox';

const visitors = useVisitors();
let admin: Visitor;

beforeAll(async () => {
  admin = await visitors.arrive();
  await openCompany(admin);
  await createRecord(admin.page, 'accounts', {
    name: 'Harbor Bakery',
    industry: 'hospitality',
    domain: 'harbor.example',
  });
});

describe('inviting colleagues', () => {
  it('lets a colleague in by mail, to a home and a navigation of their role', async () => {
    const { page } = admin;
    const ben = aPerson('Ben Okafor');
    await page.goto('/settings/members');
    await page.getByRole('button', { name: 'Invite people' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite people' });
    await dialog.getByLabel('E-mail addresses').fill(ben.email);
    await dialog.getByLabel('Role').selectOption({ label: 'Sales representative' });
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await page.getByText('Invitation sent').waitFor();
    await page.getByRole('region', { name: 'Invitations' }).getByText(ben.email).waitFor();

    const colleague = (await visitors.arrive()).page;
    await mailTo(colleague, ben.email, /accept-invitation/);
    await colleague.goto('/_local/mailbox');
    await colleague.getByRole('link').filter({ hasText: ben.email }).click();
    await colleague.getByRole('link', { name: /\/accept-invitation\?token=/ }).click();
    await colleague.getByRole('heading', { name: 'Join Bluefin Tools' }).waitFor();
    await colleague.getByLabel('Your name').fill(ben.name);
    await colleague.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await colleague.getByRole('button', { name: 'Join' }).click();

    await colleague.getByRole('region', { name: 'My tasks, this week' }).waitFor();
    await colleague.getByRole('region', { name: 'My open opportunities' }).waitFor();
    expect(await colleague.getByRole('region', { name: 'Set up your workspace' }).count()).toBe(0);
    await colleague.getByRole('link', { name: 'Settings' }).click();
    await colleague.getByRole('link', { name: 'Profile' }).waitFor();
    expect(await colleague.getByRole('link', { name: 'Roles' }).count()).toBe(0);
    await colleague.goto('/settings/roles');
    await colleague.getByText('There is nothing here').waitFor();

    await page.goto('/');
    await page.getByRole('region', { name: 'Set up your workspace' }).waitFor();
    await page.getByRole('region', { name: 'Team' }).getByText(ben.name).waitFor();
  });

  it('refuses a link that was used, and says so', async () => {
    const { page } = await visitors.arrive();
    await page.goto('/accept-invitation?token=used');
    await page.getByRole('heading', { name: "This invitation doesn't work any more" }).waitFor();
  });
});

describe('a role that the admin makes', () => {
  it('hides a field and takes a right away, from the next click on', async () => {
    const { page } = admin;
    await page.goto('/settings/roles');
    await page.getByRole('link', { name: 'Copy Sales manager' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Junior seller');
    await page.getByLabel('Import records').uncheck();
    await page.getByRole('region', { name: 'Fields' }).getByText('Accounts').click();
    await page.getByLabel('Accounts: Industry').selectOption({ label: 'Hidden' });
    await page.getByLabel('Accounts: Domain').selectOption({ label: 'Read only' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Junior seller' }).waitFor();
    const roleId = /rol_\w+/.exec(page.url())?.[0] ?? '';

    const seller = await visitors.arrive();
    await bringColleague(page, seller, roleId, 'Cleo Marsh');
    await seller.page.goto('/accounts');
    await seller.page.getByRole('link', { name: 'Harbor Bakery' }).click();
    await seller.page.getByRole('heading', { name: 'Harbor Bakery' }).waitFor();
    await seller.page.getByText('harbor.example').first().waitFor();
    expect(await seller.page.getByText('Industry').count()).toBe(0);
    expect(await seller.page.getByRole('button', { name: /Domain/ }).count()).toBe(0);
    expect(await seller.page.getByRole('link', { name: 'Imports' }).count()).toBe(0);
  });
});
