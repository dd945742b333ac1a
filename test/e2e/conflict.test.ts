import { describe, it } from 'vitest';
import { useVisitors } from './support/browser';
import { bringColleague, createRecord, openCompany } from './support/company';

const visitors = useVisitors();

describe('two people who edit the same record', () => {
  it('decide each field that both changed; what only one changed is merged', async () => {
    const ana = await visitors.arrive();
    await openCompany(ana);
    const { id } = await createRecord(ana.page, 'accounts', {
      name: 'Harbor Bakery',
      domain: 'before.example',
    });
    const ben = await visitors.arrive();
    await bringColleague(ana.page, ben, 'admin');
    for (const { page } of [ana, ben]) {
      await page.goto(`/accounts/${id}`);
      await page.getByRole('heading', { name: 'Harbor Bakery' }).waitFor();
    }

    const edit = async (page: typeof ana.page, field: string, value: string) => {
      await page.getByRole('button', { name: `Edit ${field}`, exact: true }).click();
      await page.getByRole('textbox', { name: field, exact: true }).fill(value);
      await page.keyboard.press('Enter');
    };
    const shown = (page: typeof ana.page, value: string) =>
      page.getByRole('definition').filter({ hasText: value }).first().waitFor();

    await edit(ben.page, 'Domain', 'bens.example');
    await shown(ben.page, 'bens.example');
    await edit(ana.page, 'Website', 'https://harbor.example');
    await shown(ana.page, 'harbor.example');
    await shown(ana.page, 'bens.example');

    await edit(ben.page, 'Domain', 'bens-second.example');
    await shown(ben.page, 'bens-second.example');
    await edit(ana.page, 'Domain', 'anas.example');
    const dialog = ana.page.getByRole('dialog', { name: 'Harbor Bakery has changed' });
    await dialog.getByRole('radio', { name: /Ben Okafor.*bens-second\.example/ }).waitFor();
    await dialog.getByRole('radio', { name: /Before both.*bens\.example/ }).waitFor();
    await dialog.getByRole('radio', { name: /You.*anas\.example/ }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await shown(ana.page, 'anas.example');
    await ben.page.reload();
    await shown(ben.page, 'anas.example');
    await shown(ben.page, 'harbor.example');
  });
});
