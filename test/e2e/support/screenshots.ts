import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '../../../docs/screenshots');

/** What the README shows. */
const SHOWN = new Set([
  'sign-up-light',
  'home-light',
  'home-dark',
  'home-phone',
  'list-light',
  'list-phone',
  'account-light',
  'account-dark',
  'opportunity-phone',
  'board-light',
  'board-dark',
  'palette-light',
  'import-light',
]);

/** Keeps the README's picture of a page, only when SCREENSHOTS is set: a test run leaves the tree as it was. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS || !SHOWN.has(name)) return;
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
