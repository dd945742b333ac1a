import { describe, expect, it } from 'vitest';
import { useVisitors } from './support/browser';
import { call, openCompany } from './support/company';

const visitors = useVisitors();

describe('the profile', () => {
  it('has a switch for mails that remind, on until somebody wants none', async () => {
    const visitor = await visitors.arrive();
    const { page } = visitor;
    await openCompany(visitor);
    await page.goto('/settings/profile');
    const wanted = page.getByRole('switch', { name: 'Send me reminders by e-mail' });
    expect(await wanted.isChecked()).toBe(true);
    await wanted.click();
    const kept = async () => (await (await call(page, 'get', '/session')).json()).user.preferences;
    await expect.poll(kept).toMatchObject({ reminderMails: false });
    await page.reload();
    await wanted.waitFor();
    expect(await wanted.isChecked()).toBe(false);
  });
});
