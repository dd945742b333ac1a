import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './support/axe';
import { DESKTOP, PHONE, useVisitors, type Visitor } from './support/browser';
import { openCompany } from './support/company';
import { keepScreenshot } from './support/screenshots';

const visitors = useVisitors();
let owner: Visitor;
let account: string;
let deal: string;

beforeAll(async () => {
  owner = await visitors.arrive();
  await openCompany(owner, { sampleData: true });
  const { page } = owner;
  await page.goto('/');
  await page
    .getByRole('region', { name: 'Pipeline' })
    .getByRole('row', { name: /^Proposal [1-9]/ })
    .waitFor();
  await page.goto('/opportunities');
  const firstDeal = page.getByRole('row').getByRole('link').first();
  deal = (await firstDeal.getAttribute('href')) ?? '';
  await page.goto('/accounts');
  account = (await page.getByRole('link', { name: 'Brightwater Clinics' }).getAttribute('href')) ?? '';
});

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name, level: 1 });

/** Every screen: its address, and what is on it when it is there. */
const SCREENS: Record<string, { path: () => string; ready: (page: Page) => ReturnType<Page['getByRole']> }> =
  {
    home: { path: () => '/', ready: (page) => page.getByRole('row', { name: /^Proposal [1-9]/ }) },
    list: { path: () => '/accounts', ready: (page) => page.getByRole('link', { name: 'Tallgrass Foods' }) },
    account: { path: () => account, ready: (page) => page.getByRole('tab', { name: /^Contacts [1-9]/ }) },
    opportunity: { path: () => deal, ready: (page) => page.getByRole('list', { name: /^Stages of/ }) },
    board: { path: () => '/pipelines', ready: (page) => page.getByRole('region', { name: /^Won, / }) },
    forecast: { path: () => '/pipelines?view=forecast', ready: (page) => page.getByText(/^In EUR/) },
    imports: { path: () => '/imports', ready: (page) => page.getByText('Nothing was imported') },
    profile: { path: () => '/settings/profile', ready: heading('Profile') },
    security: { path: () => '/settings/security', ready: (page) => page.getByText('This device') },
    company: { path: () => '/settings/company', ready: heading('Company') },
    members: {
      path: () => '/settings/members',
      ready: (page) => page.getByRole('button', { name: /^Edit Ana/ }),
    },
    teams: { path: () => '/settings/teams', ready: heading('Teams') },
    roles: {
      path: () => '/settings/roles',
      ready: (page) => page.getByRole('link', { name: 'Analyst', exact: true }),
    },
    role: { path: () => '/settings/roles/sales_rep', ready: heading('Sales representative') },
    keys: { path: () => '/settings/api-keys', ready: (page) => page.getByText('No API keys yet') },
    webhooks: { path: () => '/settings/webhooks', ready: (page) => page.getByText('No webhooks yet') },
    inbound: {
      path: () => '/settings/webhooks?tab=inbound',
      ready: (page) => page.getByText('No inbound hooks yet'),
    },
    audit: { path: () => '/settings/audit', ready: (page) => page.getByText('opened the workspace').first() },
    pipelines: { path: () => '/settings/pipelines', ready: (page) => page.getByText('Lost reasons') },
    rates: { path: () => '/settings/currency-rates', ready: heading('Currency rates') },
  };

const OPEN_SCREENS = {
  'sign-up': { path: '/signup', title: 'Start your free trial' },
  'log-in': { path: '/login', title: 'Log in' },
  'forgotten-password': { path: '/forgot-password', title: 'Forgot your password?' },
  'check-your-mail': { path: '/check-your-mail', title: 'Check your mail' },
};

const LOOKS = [
  { look: 'light', viewport: DESKTOP, colorScheme: 'light' },
  { look: 'dark', viewport: DESKTOP, colorScheme: 'dark' },
  { look: 'phone', viewport: PHONE, colorScheme: 'light' },
] as const;

describe.each(LOOKS)('in $look', ({ look, viewport, colorScheme }) => {
  let page: Page;

  beforeAll(async () => {
    const state = await owner.context.storageState();
    page = (await visitors.arrive({ storageState: state, viewport, colorScheme })).page;
  });

  it.each(Object.keys(SCREENS))(
    '%s has no fault for people who see or move differently, and fits',
    async (name) => {
      const screen = SCREENS[name];
      if (!screen) throw new Error(`No screen ${name}`);
      await page.goto(screen.path());
      await screen.ready(page).waitFor({ state: 'attached' });
      await keepScreenshot(page, `${name}-${look}`);
      expect(await faultsOf(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    },
  );

  it.each(Object.entries(OPEN_SCREENS))(
    '%s, which needs no log-in, neither',
    async (name, { path, title }) => {
      const stranger = (await visitors.arrive({ viewport, colorScheme })).page;
      await stranger.goto(path);
      await stranger.getByRole('heading', { name: title }).waitFor();
      await keepScreenshot(stranger, `${name}-${look}`);
      expect(await faultsOf(stranger)).toEqual([]);
      await stranger.context().close();
    },
  );

  it('the palette, a form and the help have none either', async () => {
    await page.goto('/');
    await page.getByText(/^Good .*, Ana$/).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search and commands' }).fill('br');
    await page
      .getByRole('option', { name: /Brightwater/ })
      .first()
      .waitFor();
    await keepScreenshot(page, `palette-${look}`);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto('/accounts');
    await page.getByRole('button', { name: 'New account' }).click();
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
