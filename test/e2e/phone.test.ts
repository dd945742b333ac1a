import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PHONE, useVisitors } from './support/browser';
import { call, createRecord, openCompany } from './support/company';

const visitors = useVisitors();
let page: Page;

beforeAll(async () => {
  const visitor = await visitors.arrive({ viewport: PHONE, hasTouch: true, isMobile: true });
  page = visitor.page;
  await openCompany(visitor);
});

/** Whether all of a text is drawn, and not the beginning of it. */
async function isWhole(text: Locator): Promise<boolean> {
  return text.evaluate((element) => element.scrollWidth <= element.clientWidth);
}

describe('on a phone', () => {
  it('a card of a list shows the whole e-mail address and the whole number', async () => {
    const account = await createRecord(page, 'accounts', { name: 'Lakeside Veterinary Clinic and Hotel' });
    await createRecord(page, 'contacts', {
      ...{ firstName: 'Walter', lastName: 'Abernathy', accountId: account.id },
      emails: [{ value: 'walter.abernathy.245@lakeside.example' }],
      phones: [{ value: '+12025550123' }],
    });
    await page.goto('/contacts');
    const card = page.getByRole('article').filter({ hasText: 'Walter Abernathy' });
    const email = card.getByRole('link', { name: 'walter.abernathy.245@lakeside.example' });
    const phone = card.getByRole('link', { name: /^\+1/ });
    await email.waitFor();
    expect(await isWhole(email)).toBe(true);
    expect(await isWhole(phone)).toBe(true);
  });

  it('the path of a deal shows the stage where it is', async () => {
    const deal = await createRecord(page, 'opportunities', { name: 'Ovens for Harbor Bakery' });
    const pipelines = await (await call(page, 'get', '/pipelines')).json();
    const negotiation = pipelines.items[0].stages.find(
      ({ name }: { name: string }) => name === 'Negotiation',
    );
    const headers = { 'if-match': `"${deal.version}"` };
    await call(page, 'patch', `/opportunities/${deal.id}`, { stageId: negotiation.id }, headers);
    await page.goto(`/opportunities/${deal.id}`);
    const step = page.getByRole('button', { name: /^Negotiation, where it is now/ });
    await step.waitFor();
    await expect
      .poll(async () => {
        const box = await step.boundingBox();
        return box !== null && box.x >= 0 && box.x + box.width <= PHONE.width;
      })
      .toBe(true);
  });
});
