import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useVisitors } from './support/browser';
import { bringColleague, createRecord, openCompany } from './support/company';
import { downloadBy } from './support/download';

const visitors = useVisitors();
let page: Page;

const ACCOUNTS = [
  { name: 'Harbor Bakery', kind: 'customer', employees: 12 },
  { name: 'Pine Hotel', kind: 'prospect', employees: 80 },
  { name: 'Lakeside Clinic', kind: 'customer', employees: 240 },
  { name: '=Formula Foods', kind: 'supplier', employees: 5 },
];

beforeAll(async () => {
  const visitor = await visitors.arrive();
  page = visitor.page;
  await openCompany(visitor);
  for (const account of ACCOUNTS) await createRecord(page, 'accounts', account);
  await page.goto('/accounts');
});

const names = () => page.getByRole('row').getByRole('link').allTextContents();

describe('a list', () => {
  it('has columns as wide as they are dragged, and selects a range of rows with Shift', async () => {
    const header = page.getByRole('columnheader', { name: /^Kind/ });
    await header.waitFor();
    const widthOf = async () => Math.round((await header.boundingBox())?.width ?? 0);
    const [before, box] = [await widthOf(), await header.boundingBox()];
    if (!box) throw new Error('The column is not in sight');
    const edge = { x: box.x + box.width, y: box.y + box.height / 2 };
    await page.mouse.move(edge.x, edge.y);
    await page.mouse.down();
    await page.mouse.move(edge.x + 70, edge.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(widthOf).toBe(before + 70);
    await page.mouse.dblclick(edge.x + 70, edge.y);
    await expect.poll(widthOf).toBe(before);
    expect(await header.getAttribute('aria-sort')).toBe('none');

    const boxes = page.getByRole('row').getByRole('checkbox', { name: /^Select (?!all)/ });
    await boxes.first().click();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    expect(await boxes.evaluateAll((all) => all.map((each) => each.matches(':checked')))).toEqual([
      ...[true, true, true],
      false,
    ]);
    await page.getByRole('gridcell', { name: 'Pine Hotel', exact: true }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  });

  it('is filtered by a condition that it shows and keeps in its address', async () => {
    await page.getByRole('link', { name: 'Pine Hotel' }).waitFor();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('dialog', { name: 'Filter' }).getByRole('button', { name: 'Kind' }).click();
    await page
      .getByRole('dialog', { name: 'Condition on Kind' })
      .getByRole('checkbox', { name: 'Customer' })
      .check();
    await page.keyboard.press('Escape');
    await expect.poll(names).toEqual(['Harbor Bakery', 'Lakeside Clinic']);
    await page.reload();
    await expect.poll(names).toEqual(['Harbor Bakery', 'Lakeside Clinic']);
  });

  it('takes other columns and another order', async () => {
    await page.getByRole('button', { name: 'Columns', exact: true }).click();
    const columns = page.getByRole('dialog', { name: 'Columns' });
    await columns.getByRole('checkbox', { name: 'Employees' }).check();
    await columns.getByRole('checkbox', { name: 'Tags' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Options of the column Employees' }).click();
    await page.getByRole('menuitem', { name: 'Sort descending' }).click();
    await expect.poll(names).toEqual(['Lakeside Clinic', 'Harbor Bakery']);
    expect(await page.getByRole('columnheader', { name: /^Tags/ }).count()).toBe(0);
  });

  it('is saved as a view, shared, and there for a colleague', async () => {
    await page.getByRole('button', { name: 'Save as new view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save as new view' });
    await dialog.getByRole('textbox', { name: 'Name of the view' }).fill('Our customers');
    await dialog.getByRole('checkbox', { name: 'Everybody may use it' }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The view Our customers is saved').waitFor();

    const ben = await visitors.arrive();
    await bringColleague(page, ben, 'sales_rep');
    await ben.page.goto('/accounts');
    await ben.page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('link', { name: 'Our customers' })
      .click();
    await ben.page.getByRole('columnheader', { name: /^Employees/ }).waitFor();
    await ben.page.getByRole('link', { name: 'Lakeside Clinic' }).waitFor();
    expect(await ben.page.getByRole('link', { name: 'Pine Hotel' }).count()).toBe(0);
  });
});

describe('the cells and rows of a list', () => {
  it('are edited where they stand, by keyboard', async () => {
    await page.goto('/accounts');
    const row = page.getByRole('row', { name: /Pine Hotel/ });
    await row.getByRole('gridcell').nth(3).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Domain' }).fill('pine.example');
    await page.keyboard.press('Enter');
    await row.getByRole('gridcell', { name: 'pine.example' }).waitFor();
    await page.reload();
    await row.getByRole('gridcell', { name: 'pine.example' }).waitFor();
  });

  it('are changed many at once, and back with one click', async () => {
    await page.getByRole('checkbox', { name: 'Select Pine Hotel' }).check();
    await page.getByRole('checkbox', { name: 'Select Harbor Bakery' }).check();
    const bar = page.getByRole('region', { name: 'Selected records' });
    await bar.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('2 records are in the trash').waitFor();
    await expect.poll(names).toEqual(['=Formula Foods', 'Lakeside Clinic']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(names).toEqual(['=Formula Foods', 'Harbor Bakery', 'Lakeside Clinic', 'Pine Hotel']);
  });

  it('are exported as CSV in which no cell is a formula (S20)', async () => {
    const csv = await downloadBy(page, () => page.getByRole('button', { name: 'Export' }).click());
    expect(csv).toContain("'=Formula Foods");
    expect(csv).toContain('Pine Hotel');
  });
});
