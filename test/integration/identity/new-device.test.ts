import { createApp } from '@vinculo/functions/api/app';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiClient, createApiClient, signUpCompany } from '../../support/api-client';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';
import { joinCompany } from './colleague';

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0 Safari/537.36';

let harness: Harness;
let company: Awaited<ReturnType<typeof signUpCompany>>;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());
beforeEach(async () => {
  company = await signUpCompany(harness);
});

const app = createApp({ clientIp: () => '2001:db8:1:2:3:4:5:6' });
const aBrowser = () => createApiClient(app);
const logIn = (client: ApiClient) =>
  client.post('/login', { email: company.email, password: company.password }, { 'user-agent': CHROME });

async function tellingMails() {
  await harness.drain();
  const mails = (await harness.mailbox.list()).filter(({ to }) => to === company.email);
  return mails.filter(({ tags }) => tags.mail === 'new-device');
}

describe('a log-in on a new device', () => {
  it('is told by mail with time, browser and network, once, and not again on the same device', async () => {
    const browser = aBrowser();
    await logIn(browser);
    const [mail, ...others] = await tellingMails();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Your account was used on a new device');
    expect(mail?.text).toContain('Browser: Chrome · Linux');
    expect(mail?.text).toContain('Network: 2001:db8:1:2::/64');
    expect(mail?.text).toContain('/settings/security');

    await browser.post('/logout');
    await logIn(browser);
    harness.clock.advance({ days: 399 });
    await logIn(browser);
    expect(await tellingMails()).toHaveLength(1);
    harness.clock.advance({ days: 400 });
    await logIn(browser);
    expect(await tellingMails()).toHaveLength(2);
  });

  it('is told by the cookie of the browser, not by what it says it is', async () => {
    await logIn(aBrowser());
    await logIn(aBrowser());
    expect(await tellingMails()).toHaveLength(2);
  });

  it('is told once when several log-ins come at the same moment', async () => {
    const browser = aBrowser();
    const other = await signUpCompany(harness);
    await browser.post('/login', { email: other.email, password: other.password });
    await Promise.all([logIn(browser), logIn(browser), logIn(browser)]);
    expect(await tellingMails()).toHaveLength(1);
  });

  it('is told however often and in whatever order its event comes, once (D5)', async () => {
    await logIn(aBrowser());
    await harness.drain({ seed: 3, duplicates: 2 });
    expect(await tellingMails()).toHaveLength(1);
    expect(harness.deadLetters).toEqual([]);
  });

  it('is told in the language of the user', async () => {
    await company.client.call('PATCH', '/session', { locale: 'es' });
    await logIn(aBrowser());
    expect((await tellingMails())[0]?.text).toContain('Navegador: Chrome · Linux');
  });

  it('is marked in the list of sessions', async () => {
    harness.clock.advance({ minutes: 1 });
    const browser = aBrowser();
    await logIn(browser);
    const { items } = (await browser.get('/sessions')).body;
    expect(items).toMatchObject([
      { browser: 'Chrome', system: 'Linux', isPhone: false, isNewDevice: true, isCurrent: true },
      { isNewDevice: false, isCurrent: false },
    ]);
  });

  it('is not what signing up, joining or a new password is', async () => {
    const colleague = await joinCompany(harness, company.client, 'sales_rep');
    await company.client.post('/password', { current: company.password, password: 'another good one' });
    await harness.drain();
    const mails = await harness.mailbox.list();
    const told = mails.filter(({ to }) => to === colleague.email || to === company.email);
    expect(told.filter(({ tags }) => tags.mail === 'new-device')).toEqual([]);
  });

  it('leaves no token in the table by which a browser could pass for another (S28)', async () => {
    const { headers } = await logIn(aBrowser());
    const cookies = headers.getSetCookie();
    const device = /^__Host-device=([\w-]{43}); .*HttpOnly; Secure; SameSite=Lax$/.exec(
      cookies[1] ?? '',
    )?.[1];
    expect(device).toBeDefined();
    expect(JSON.stringify(await dumpTable(harness.table))).not.toContain(device);
  });
});
