import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import * as z from 'zod';

const mailsSchema = z.object({
  items: z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() })),
});

/** The newest mail to an address whose text matches, once it has come. */
export async function mailTo(page: Page, address: string, text: RegExp): Promise<string> {
  return vi.waitFor(
    async () => {
      const response = await page.request.get('/_local/mailbox.json');
      const { items } = mailsSchema.parse(await response.json());
      const mail = items.find((one) => one.to === address && text.test(one.text));
      if (!mail) throw new Error(`No mail to ${address} with ${text} among ${items.length} came`);
      return mail.text;
    },
    { timeout: 30_000, interval: 100 },
  );
}

/** The token in the newest link to `path` that was mailed to an address. */
export async function mailedToken(page: Page, address: string, path: string): Promise<string> {
  const link = new RegExp(`/${path}\\?token=([\\w-]+)`);
  return link.exec(await mailTo(page, address, link))?.[1] ?? '';
}
