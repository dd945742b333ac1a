import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, type TestContext } from 'vitest';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];
const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PATIENCE_MS = 30_000;

/** A person at a browser of their own: no cookies or storage are shared with anybody else's. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
}

export interface Visitors {
  arrive(options?: BrowserContextOptions): Promise<Visitor>;
}

/**
 * Chromium for the tests of one file. What a page logs as an error, throws, or is refused by its own policy fails the
 * test it happens in; refusals of the API (4xx) are answers and do not.
 */
export function useVisitors(url = () => inject('productUrl')): Visitors {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
  });
  beforeEach((test) => {
    test.onTestFailed(() => keepPictures(contexts, test));
  });
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());

  return {
    arrive: async (options) => {
      const context = await browser.newContext({
        baseURL: url(),
        locale: 'en-GB',
        timezoneId: 'Europe/Dublin',
        viewport: DESKTOP,
        reducedMotion: 'reduce',
        acceptDownloads: true,
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      listen(context, complaints);
      contexts.push(context);
      return { context, page: await context.newPage() };
    },
  };
}

function chromiumPath(): string {
  const found = [process.env.CHROMIUM_PATH, ...CHROMIUMS].find((path) => path && existsSync(path));
  if (!found) throw new Error('The journeys need Chromium: install it, or set CHROMIUM_PATH to where it is.');
  return found;
}

function listen(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', (error) => complaints.push(`thrown: ${error.error().stack}`));
  context.on('console', (message) => {
    const isRefusal = /^Failed to load resource: .* status of 4\d\d/.test(message.text());
    if (message.type() === 'error' && !isRefusal)
      complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
}

async function keepPictures(contexts: readonly BrowserContext[], { task }: TestContext): Promise<void> {
  const folder = join(import.meta.dirname, '../../../test-results/e2e');
  await mkdir(folder, { recursive: true });
  const pages = contexts.flatMap((context) => context.pages());
  for (const [position, page] of pages.entries()) {
    const name = `${task.name.replace(/\W+/g, '-').slice(0, 80)}-${position}.png`;
    await page.screenshot({ path: join(folder, name) }).catch(() => {});
  }
}
