import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useVisitors } from './support/browser';
import { createRecord, openCompany } from './support/company';

const visitors = useVisitors();
let page: Page;
let accountId: string;

beforeAll(async () => {
  const visitor = await visitors.arrive();
  page = visitor.page;
  await openCompany(visitor);
  accountId = (await createRecord(page, 'accounts', { name: 'Harbor Bakery', kind: 'customer' })).id;
  await page.goto(`/accounts/${accountId}`);
});

const timeline = () => page.getByRole('tabpanel', { name: 'Timeline' });

/** Edits a field where it stands, and waits until the value is shown again. */
async function edit(field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: `Edit ${field}`, exact: true }).click();
  await page.getByRole('textbox', { name: field, exact: true }).fill(value);
  await page.keyboard.press('Enter');
  await page.getByRole('definition').filter({ hasText: value }).first().waitFor();
}

describe('working with an account', () => {
  it('edits it in place, with what changed in its timeline', async () => {
    await page.getByRole('heading', { name: 'Harbor Bakery' }).waitFor();
    await edit('Domain', 'harbor.example');
    await page.getByRole('button', { name: 'Edit Tags' }).click();
    await page.getByRole('combobox', { name: 'Tags' }).fill('bakery');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Harbor Bakery' }).click();
    await page.getByRole('definition').filter({ hasText: 'bakery' }).first().waitFor();
    await timeline().getByText('harbor.example').waitFor();
  });

  it('keeps notes, tasks and calls on it, with who and when', async () => {
    const composer = page.getByRole('region', { name: 'Write down' });
    await composer.getByRole('button', { name: 'Note', exact: true }).click();
    await composer.getByRole('textbox', { name: 'Write a note…' }).fill('Opens a second shop in spring.');
    await composer.getByRole('button', { name: 'Save' }).click();
    await timeline().getByText('Opens a second shop in spring.').waitFor();

    await composer.getByRole('button', { name: 'Task', exact: true }).click();
    await composer.getByRole('textbox', { name: 'Subject' }).fill('Send the offer');
    await composer.getByRole('button', { name: 'Save' }).click();
    await timeline().getByRole('checkbox', { name: 'Done: Send the offer' }).check();

    await composer.getByRole('button', { name: 'Call', exact: true }).click();
    await composer.getByRole('textbox', { name: 'Subject' }).fill('Asked for oven sizes');
    await composer.getByRole('textbox', { name: 'Minutes' }).fill('12');
    await composer.getByRole('button', { name: 'Save' }).click();
    await timeline().getByText('Asked for oven sizes').waitFor();

    await page.getByRole('radiogroup', { name: 'Show' }).getByText('Calls').click();
    await timeline().getByText('Asked for oven sizes').waitFor();
    await timeline().getByText('Opens a second shop in spring.').waitFor({ state: 'detached' });
  });

  it('adds a contact from its related list, with several e-mails', async () => {
    await page.getByRole('tab', { name: /^Contacts/ }).click();
    await page.getByRole('button', { name: 'Add contact' }).click();
    const dialog = page.getByRole('dialog', { name: 'New contact' });
    await dialog.getByRole('textbox', { name: 'First name' }).fill('Nora');
    await dialog.getByRole('textbox', { name: 'Last name' }).fill('Brandt');
    await dialog.getByRole('textbox', { name: 'E-mails 1' }).fill('nora@harbor.example');
    await dialog.getByRole('button', { name: 'Add an e-mail' }).click();
    await dialog.getByRole('textbox', { name: 'E-mails 2' }).fill('nora.brandt@home.example');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('row', { name: /Nora Brandt/ }).waitFor();
    await page.getByRole('tab', { name: 'Contacts 1' }).waitFor();
  });

  it('is kept as a favourite in the navigation', async () => {
    await page.getByRole('button', { name: 'Favourite', pressed: false }).click();
    const favourites = page.getByRole('list', { name: 'Favourites' });
    await favourites.getByRole('link', { name: 'Harbor Bakery' }).waitFor();
  });
});

describe('creating somebody who exists', () => {
  it('warns with the candidates and why, and leaves the choice', async () => {
    await page.goto('/contacts');
    await page.getByRole('link', { name: 'Nora' }).first().waitFor();
    await page.getByRole('button', { name: 'New contact' }).click();
    const dialog = page.getByRole('dialog', { name: 'New contact' });
    await dialog.getByRole('textbox', { name: 'Last name' }).fill('Brand');
    await dialog.getByRole('textbox', { name: 'E-mails 1' }).fill('nora@harbor.example');
    await dialog.getByRole('button', { name: 'Create' }).click();
    const candidate = dialog.getByRole('listitem').filter({ hasText: 'Nora Brandt' });
    await candidate.getByText('Same e-mail').waitFor();
    await candidate.getByRole('link', { name: 'Open' }).click();
    await page.getByRole('heading', { name: 'Nora Brandt' }).waitFor();
  });
});

describe('converting a lead', () => {
  it('makes an account, a contact and an opportunity of it, all at once', async () => {
    const lead = {
      firstName: 'Emil',
      lastName: 'Sander',
      company: 'Sander Mills',
      emails: [{ value: 'emil@sander.example' }],
    };
    const { id } = await createRecord(page, 'leads', lead);
    await page.goto(`/leads/${id}`);
    await page.getByRole('button', { name: 'Convert' }).click();
    const dialog = page.getByRole('dialog', { name: 'Convert Emil Sander' });
    await dialog.getByRole('textbox', { name: 'Amount' }).fill('4500');
    await dialog.getByRole('button', { name: 'Convert lead' }).click();
    await page.getByText('The lead is converted').waitFor();
    await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
    await page.getByRole('link', { name: 'Sander Mills' }).click();
    await page.getByRole('tab', { name: 'Contacts 1' }).waitFor();
    await page.getByRole('tab', { name: 'Opportunities 1' }).click();
    await page.getByRole('cell', { name: '€4,500.00' }).waitFor();
    expect(page.url()).toContain('/accounts/acc_');
  });
});
