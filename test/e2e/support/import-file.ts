import type { Page } from 'playwright-core';

/** Chooses a file of contacts on the page of imports, which leads to its columns. */
export async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/imports');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a CSV file' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('heading', { name }).waitFor();
}
