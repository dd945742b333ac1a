import { describe, it, vi } from 'vitest';
import { useVisitors } from './support/browser';
import { aPerson, PASSWORD } from './support/company';
import { mailTo } from './support/mailbox';

const visitors = useVisitors();

describe('signing a company up', () => {
  it('leads from the form over the mailbox into a workspace with sample data, which one click throws away', async () => {
    const { page } = await visitors.arrive();
    const ana = aPerson('Ana Morales');
    await page.goto('/signup');
    await page.getByLabel('Company').fill('Bluefin Tools');
    await page.getByLabel('Your name').fill(ana.name);
    await page.getByLabel('Work e-mail').fill(ana.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Country').selectOption({ label: 'Ireland' });
    await page.getByLabel('Base currency').selectOption('EUR');
    await page.getByRole('radio', { name: 'Sample data' }).check();
    await page.getByRole('button', { name: 'Create workspace' }).click();
    await page.getByRole('heading', { name: 'Check your mail' }).waitFor();

    await mailTo(page, ana.email, /verify/);
    await page.goto('/_local/mailbox');
    await page.getByRole('link').filter({ hasText: ana.email }).click();
    await page.getByRole('link', { name: /\/verify\?token=/ }).click();
    await page.getByText(/^Good .*, Ana$/).waitFor();
    await page.getByText('30 days of trial left').waitFor();

    const pipeline = page.getByRole('region', { name: 'Pipeline' });
    await pipeline.getByRole('row', { name: /^Proposal [1-9]/ }).waitFor();
    const navigation = page.getByRole('navigation', { name: 'Main navigation' });
    await navigation.getByRole('link', { name: 'Accounts' }).click();
    await page.getByRole('link', { name: 'Brightwater Clinics' }).waitFor();

    await navigation.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('link', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove sample data' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove sample data' }).click();
    await page.getByText('Removing sample data.').waitFor();
    await navigation.getByRole('link', { name: 'Accounts' }).click();
    await vi.waitFor(
      async () => {
        await page.reload();
        await page.getByText('No accounts yet').waitFor({ timeout: 3_000 });
      },
      { timeout: 30_000 },
    );
  });
});
