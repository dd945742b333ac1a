import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useVisitors } from './support/browser';
import { createRecord, openCompany } from './support/company';

const visitors = useVisitors();
let page: Page;

beforeAll(async () => {
  const visitor = await visitors.arrive();
  page = visitor.page;
  await openCompany(visitor);
  await createRecord(page, 'accounts', { name: 'Pine Hotel' });
  await createRecord(page, 'contacts', { firstName: 'Pia', lastName: 'Pinedo' });
  await page.goto('/');
  await page.getByText(/^Good .*, Ana$/).waitFor();
});

const palette = () => page.getByRole('dialog', { name: 'Search and commands' });

async function search(text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await palette().getByRole('combobox').fill(text);
}

describe('the palette', () => {
  it('finds records of every type by the beginnings of their words', async () => {
    await search('pin');
    await palette()
      .getByRole('option', { name: /Pine Hotel/ })
      .waitFor();
    await palette()
      .getByRole('option', { name: /Pia Pinedo/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await palette().waitFor({ state: 'detached' });
    await search('pine hot');
    await palette()
      .getByRole('option', { name: /Pine Hotel/, selected: true })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Pine Hotel' }).waitFor();
  });

  it('goes to places and creates records', async () => {
    await search('pipeline');
    await palette()
      .getByRole('option', { name: /^Pipeline G/ })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Pipeline' }).waitFor();
    await search('new contact');
    await palette()
      .getByRole('option', { name: /New contact/i })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'New contact' }).waitFor();
  });
});

describe('by keyboard alone', () => {
  it('a record is created, found in its list and opened', async () => {
    await page.getByRole('textbox', { name: 'First name' }).focus();
    await page.keyboard.type('Tilda');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Frost');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Tilda Frost' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('heading', { name: 'Contacts' }).waitFor();
    await page.getByRole('gridcell', { name: 'Tilda', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tilda Frost' }).waitFor();
  });

  it('help names every shortcut, and the first Tab skips to the content', async () => {
    await page.keyboard.press('?');
    await page
      .getByRole('dialog', { name: 'Keyboard shortcuts' })
      .getByText('Search and commands')
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.goto('/');
    await page.getByText(/^Good .*, Ana$/).waitFor();
    await page.keyboard.press('Tab');
    expect(
      await page
        .getByRole('link', { name: 'Skip to content' })
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
  });
});
