import { Hono } from 'hono';
import type { DeadLetter } from '../delivery/message';
import type { Mailbox } from '../ports/mailbox';
import { mailList } from './mail-list';
import { mailPage } from './mail-page';
import { REFRESH_SCRIPT, STYLE_SHEET } from './page';

export interface MailboxRoutesOptions {
  mailbox: Mailbox;
  deadLetters: () => Promise<readonly DeadLetter[]>;
}

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Nothing in a mail runs or loads, and it can reach nothing of this page; its links open in the whole window. */
const MAIL_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'",
};

/** What a local run shows of itself under `/_local`: the mails it sent, and the messages that failed too often. */
export function createMailboxRoutes({ mailbox, deadLetters }: MailboxRoutesOptions): Hono {
  const routes = new Hono();
  routes.use('/_local/*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });
  routes.get('/_local', (c) => c.redirect('/_local/mailbox'));
  routes.get('/_local/mailbox', async (c) => c.html(mailList(await mailbox.list())));
  routes.get('/_local/mailbox.json', async (c) => c.json({ items: await mailbox.list() }));
  routes.get('/_local/mailbox.css', (c) => c.text(STYLE_SHEET, 200, { 'content-type': 'text/css' }));
  routes.get('/_local/mailbox.js', (c) => c.text(REFRESH_SCRIPT, 200, { 'content-type': 'text/javascript' }));
  routes.get('/_local/mailbox/:id', async (c) => {
    const mail = await mailbox.get(c.req.param('id'));
    return mail ? c.html(mailPage(mail)) : c.text('There is no such mail.', 404);
  });
  routes.get('/_local/mailbox/:id/html', async (c) => {
    const mail = await mailbox.get(c.req.param('id'));
    if (!mail) return c.text('There is no such mail.', 404);
    return c.html(
      mail.html.replace(/<head(\s[^>]*)?>|$/, (head) => `${head}<base target="_top">`),
      200,
      MAIL_HEADERS,
    );
  });
  routes.get('/_local/dead-letters.json', async (c) => c.json({ items: await deadLetters() }));
  return routes;
}
