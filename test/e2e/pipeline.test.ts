import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useVisitors } from './support/browser';
import { call, createRecord, openCompany } from './support/company';

const visitors = useVisitors();
let page: Page;

/** The first day of next month, and therefore never over. */
function nextMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}

const column = (stage: string) => page.getByRole('region', { name: new RegExp(`^${stage}, `) });
const card = (stage: string, name: string) => column(stage).getByRole('link', { name });

beforeAll(async () => {
  const visitor = await visitors.arrive();
  page = visitor.page;
  await openCompany(visitor);
  const today = new Date().toISOString().slice(0, 10);
  await call(page, 'put', '/currency-rates', { items: [{ currency: 'USD', date: today, rate: '0.9' }] });
  const expectedCloseOn = nextMonth();
  const deals = [
    { name: 'Ovens for Harbor Bakery', amount: { amountMinor: 1_000_000, currency: 'EUR' } },
    { name: 'Freezers for Pine Hotel', amount: { amountMinor: 500_000, currency: 'USD' } },
    { name: 'Maintenance for Lakeside Clinic', amount: { amountMinor: 200_000, currency: 'EUR' } },
  ];
  for (const deal of deals) await createRecord(page, 'opportunities', { ...deal, expectedCloseOn });
  await page.goto('/pipelines');
});

describe('working a pipeline', () => {
  it('adds the columns up in the currency of the company, and tells what they are made of', async () => {
    const total = column('Qualification').getByRole('button', { name: '€16,500.00' });
    await total.hover();
    await page.getByRole('tooltip').filter({ hasText: 'Made of €12,000.00 + US$5,000.00' }).waitFor();
  });

  it('moves a card by dragging it with the mouse, and takes it back', async () => {
    const from = await card('Qualification', 'Ovens for Harbor Bakery').boundingBox();
    const to = await column('Proposal').boundingBox();
    if (!from || !to) throw new Error('The board is not in sight');
    await page.mouse.move(from.x + 20, from.y + 4);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 20, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 8 });
    await page.mouse.up();
    await card('Proposal', 'Ovens for Harbor Bakery').waitFor();
    await page.getByText('Ovens for Harbor Bakery is in Proposal').waitFor();
    await column('Proposal').getByText('€10,000.00').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await card('Qualification', 'Ovens for Harbor Bakery').waitFor();
  });

  it('moves a card by keyboard alone', async () => {
    await page.getByRole('button', { name: 'Move Freezers for Pine Hotel with the arrow keys' }).focus();
    await page.keyboard.press('Space');
    // One region tells it all: what came at once after the lift would be all that is heard.
    const heard = page.getByRole('status').filter({ hasText: 'Freezers for Pine Hotel' });
    await heard.waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    expect(await heard.textContent()).toBe('Freezers for Pine Hotel is lifted.');
    await page.keyboard.press('ArrowRight');
    await page.getByText('is over Meeting').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowRight');
    await page.getByText('is over Proposal').waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await card('Proposal', 'Freezers for Pine Hotel').waitFor();
    await page.reload();
    await card('Proposal', 'Freezers for Pine Hotel').waitFor();
  });

  it('asks why a deal is lost, and keeps it where it was without an answer', async () => {
    const move = async () => {
      await page
        .getByRole('button', { name: 'Move Maintenance for Lakeside Clinic to another stage' })
        .click();
      await page.getByRole('menuitem', { name: 'Lost' }).click();
    };
    const dialog = page.getByRole('dialog', { name: 'Why is Maintenance for Lakeside Clinic lost?' });
    await move();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await card('Qualification', 'Maintenance for Lakeside Clinic').waitFor();
    await move();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Bought second-hand');
    await dialog.getByRole('button', { name: 'Mark as lost' }).click();
    await card('Lost', 'Maintenance for Lakeside Clinic').waitFor();
  });

  it('freezes the rate of a deal that is won: a later rate does not move it', async () => {
    await page.getByRole('button', { name: 'Move Freezers for Pine Hotel to another stage' }).click();
    await page.getByRole('menuitem', { name: 'Won' }).click();
    await column('Won').getByRole('button', { name: '€4,500.00' }).waitFor();
    const today = new Date().toISOString().slice(0, 10);
    await call(page, 'put', '/currency-rates', { items: [{ currency: 'USD', date: today, rate: '0.5' }] });
    await page.reload();
    await column('Won').getByRole('button', { name: '€4,500.00' }).waitFor();
  });

  it('forecasts each month, weighted by the stages, in a currency that it names', async () => {
    await page.getByRole('radiogroup', { name: 'View' }).getByText('Forecast').click();
    const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' }).format(
      new Date(nextMonth()),
    );
    const row = page.getByRole('row', { name: new RegExp(`^${month}`) });
    await row.getByRole('cell', { name: '€10K' }).waitFor();
    await row.getByRole('cell', { name: '€1K', exact: true }).waitFor();
    await page.getByText(/^In EUR, at the rates of/).waitFor();
  });

  it('shows on the deal itself how long it was in each stage', async () => {
    await page.goto('/pipelines');
    await card('Qualification', 'Ovens for Harbor Bakery').click();
    await page.getByRole('heading', { name: 'Ovens for Harbor Bakery' }).waitFor();
    const path = page.getByRole('list', { name: 'Stages of Sales' });
    await path.getByRole('button', { name: /^Qualification, where it is now/ }).waitFor();
    await path.getByRole('button', { name: 'Move to Negotiation' }).click();
    await path.getByRole('button', { name: /^Negotiation, where it is now/ }).waitFor();
    expect(await path.getByRole('button', { name: /^Move to Proposal/ }).count()).toBe(1);
  });
});
