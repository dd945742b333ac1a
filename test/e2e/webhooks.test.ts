import type { Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openReceiver, type Receiver } from '../support/receiver';
import { faultsOf } from './support/axe';
import { DESKTOP, PHONE, useVisitors, type Visitor } from './support/browser';
import { openCompany } from './support/company';
import { keepScreenshot } from './support/screenshots';

const visitors = useVisitors();
let admin: Visitor;
let receiver: Receiver;
let secret: string;

beforeAll(async () => {
  receiver = await openReceiver();
  admin = await visitors.arrive();
  await openCompany(admin);
});
afterAll(() => receiver.close());

async function makeContact(lastName: string): Promise<void> {
  const { page } = admin;
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'New contact' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New contact' });
  await dialog.getByRole('textbox', { name: 'Last name' }).fill(lastName);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function openWebhook(page: Page): Promise<void> {
  await page.goto('/settings/webhooks');
  await page.getByRole('link', { name: 'Billing' }).click();
  await page.getByRole('heading', { name: 'Billing', level: 1 }).waitFor();
}

const messagesOf = (type: string) => receiver.received.filter(({ json }) => json.type === type);
const rowOf = (page: Page, text: RegExp) => page.getByRole('listitem').filter({ hasText: text });

describe('a webhook', () => {
  it('is made with the events that it is told of, and its secret is seen once (S17)', async () => {
    const { page } = admin;
    await page.goto('/settings/webhooks');
    await page.getByText('No webhooks yet').waitFor();
    await page.getByRole('button', { name: 'New webhook' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New webhook' });
    await dialog.getByLabel('Name').fill('Billing');
    await dialog.getByLabel('Address').fill('http://example.com');
    await dialog.getByRole('button', { name: 'Create webhook' }).click();
    await dialog.getByText('Choose at least one event').waitFor();
    await dialog.getByRole('combobox', { name: 'Events' }).click();
    await page.getByRole('option', { name: 'Contact · created' }).click();
    await page.getByRole('option', { name: 'Contact · changed' }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('combobox', { name: /only when one of these changes/ }).click();
    await page.getByRole('option', { name: 'Job title' }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Create webhook' }).click();
    await dialog.getByText('The address must begin with https').waitFor();
    await dialog.getByLabel('Address').fill(receiver.url);
    await keepScreenshot(page, 'new-webhook-light');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Create webhook' }).click();
    const told = page.getByRole('dialog', { name: 'Billing' });
    secret = await told.getByRole('textbox', { name: 'Signing secret' }).inputValue();
    expect(await faultsOf(page)).toEqual([]);
    await told.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('link', { name: 'Billing' }).waitFor();
    expect(await page.content()).not.toContain(secret);
  });

  it('sends a test and what happens, which its log shows with both sides (S17)', async () => {
    const { page } = admin;
    await openWebhook(page);
    await page.getByText('Nothing was sent yet').waitFor();
    await page.getByRole('button', { name: 'Send test' }).click();
    await expect.poll(() => messagesOf('webhook.test').length).toBe(1);
    await makeContact('Lovelace');
    await expect.poll(() => messagesOf('contact.created').length).toBe(1);
    const [message] = messagesOf('contact.created');
    const headers = Object.fromEntries(
      Object.entries(message?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    expect(new Webhook(secret).verify(message?.body ?? '', headers)).toMatchObject({
      data: { changes: { lastName: { after: 'Lovelace' } } },
    });
    await openWebhook(page);
    const row = rowOf(page, /Contact · created/);
    await row.getByText('Delivered').waitFor();
    await row.getByText('Contact · created').click();
    await row.getByText('"Lovelace"').waitFor();
    await keepScreenshot(page, 'webhook-light');
    expect(await faultsOf(page)).toEqual([]);
  });

  it('sends again what failed, when somebody asks (S19)', async () => {
    const { page } = admin;
    receiver.react({ status: 500, body: 'out of order' });
    await makeContact('Babbage');
    await expect.poll(() => messagesOf('contact.created').length).toBeGreaterThan(1);
    await openWebhook(page);
    await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Waiting' });
    const row = rowOf(page, /Contact · created/).first();
    await row.getByText(/Answered 500/).waitFor();
    await row.getByText('Contact · created').click();
    await row.getByText('out of order').waitFor();
    receiver.react(200);
    await row.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('No deliveries like this').waitFor();
    await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Delivered' });
    await expect.poll(() => rowOf(page, /Contact · created/).count()).toBe(2);
  });

  it('is paused and resumed, and misses nothing', async () => {
    const { page } = admin;
    await openWebhook(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('What happens now is sent when you resume.').waitFor();
    await makeContact('Boole');
    await openWebhook(page);
    await rowOf(page, /Contact · created.*Waiting/).waitFor();
    const before = messagesOf('contact.created').length;
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect.poll(() => messagesOf('contact.created').length).toBe(before + 1);
  });

  it('changes its secret with an overlap, and is disabled by 410 with a notice (S17, S19)', async () => {
    const { page } = admin;
    await openWebhook(page);
    await page.getByRole('button', { name: 'Manage Billing' }).click();
    await page.getByRole('menuitem', { name: 'Change secret' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the secret of Billing' });
    await dialog.getByRole('button', { name: 'Change secret' }).click();
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByText(/signed with both secrets until/).waitFor();
    receiver.react(410);
    await page.getByRole('button', { name: 'Send test' }).click();
    await expect.poll(() => receiver.received.at(-1)?.headers['webhook-signature']).toContain(' ');
    await page.reload();
    await page.getByText('Disabled', { exact: true }).waitFor();
    await page.getByText(/that it is gone/).waitFor();
    await page.getByRole('button', { name: /^Notifications/ }).click();
    await page.getByText('Webhook disabled: Billing').click();
    await page.getByRole('button', { name: 'Enable' }).click();
    await page.getByText('Active', { exact: true }).waitFor();
  });
});

describe('an inbound hook', () => {
  it('is made by saying where values are, and writes what another system posts', async () => {
    const { page } = admin;
    await page.goto('/settings/webhooks');
    await page.getByRole('tab', { name: 'Inbound' }).click();
    await page.getByText('No inbound hooks yet').waitFor();
    await page.getByRole('button', { name: 'New inbound hook' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New inbound hook' });
    await dialog.getByLabel('Name').fill('Shop');
    await dialog.getByLabel('Writes').selectOption({ label: 'Contacts' });
    await dialog.getByRole('button', { name: 'Add a field' }).click();
    await dialog.getByLabel('Field').selectOption({ label: 'Last name' });
    await dialog.getByLabel('Place in the JSON').fill('/customer/name');
    await dialog.getByRole('button', { name: 'Add a field' }).click();
    await dialog.getByLabel('Field').nth(1).selectOption({ label: 'E-mails' });
    await dialog.getByLabel('Place in the JSON').nth(1).fill('/customer/email');
    await dialog.getByLabel('Changes the record with the same').selectOption({ label: 'E-mails' });
    await keepScreenshot(page, 'new-inbound-light');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Create hook' }).click();
    const told = page.getByRole('dialog', { name: 'Shop' });
    const url = await told.getByRole('textbox', { name: 'Address to post to' }).inputValue();
    expect(await faultsOf(page)).toEqual([]);
    await told.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByText('Never used').waitFor();

    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ customer: { name: 'Hopper', email: 'grace@example.net' } }),
    });
    expect(response.status).toBe(202);
    const { recordId } = await response.json();
    expect(url).toContain(inject('productUrl'));
    await page.reload();
    await page.getByText(/^Last used/).waitFor();
    await page.goto(`/contacts/${recordId}`);
    await page.getByRole('heading', { name: 'Hopper', level: 1 }).waitFor();

    await page.goto('/settings/webhooks?tab=inbound');
    await page.getByRole('button', { name: 'Manage Shop' }).click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('No inbound hooks yet').waitFor();
    const refused = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(refused.status).toBe(404);
  });
});

describe('the screens of webhooks', () => {
  it.each([
    ['dark', DESKTOP, 'dark'],
    ['phone', PHONE, 'light'],
  ] as const)(
    'have no fault for people who see or move differently, and fit: %s',
    async (look, viewport, colorScheme) => {
      const storageState = await admin.context.storageState();
      const { page } = await visitors.arrive({ storageState, viewport, colorScheme });
      await openWebhook(page);
      await rowOf(page, /Contact · created/)
        .first()
        .getByText('Contact · created')
        .click();
      await page.getByText('Request', { exact: true }).waitFor();
      await keepScreenshot(page, `webhook-${look}`);
      expect(await faultsOf(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.goto('/settings/webhooks?tab=inbound');
      await page.getByRole('button', { name: 'New inbound hook' }).first().click();
      await page.getByRole('button', { name: 'Add a field' }).click();
      await keepScreenshot(page, `new-inbound-${look}`);
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    },
  );
});
