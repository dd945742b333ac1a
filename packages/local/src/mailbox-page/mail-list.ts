import { html } from 'hono/html';
import type { StoredMail } from '../ports/mailbox';
import { type Html, page } from './page';

export function mailList(mails: readonly StoredMail[]): Html {
  const list = html`<ul class="mails">${mails.map(mailRow)}</ul>`;
  const empty = html`<p class="empty">No mail yet. Sign up, invite a colleague or reset a password, and it appears here.</p>`;
  return page(
    'Mailbox',
    html`<h1>Mailbox</h1>
      <div data-newest="${mails[0]?.id ?? ''}">${mails.length > 0 ? list : empty}</div>
      <script src="/_local/mailbox.js"></script>`,
  );
}

function mailRow({ id, subject, to, sentAt, text }: StoredMail): Html {
  return html`<li>
    <a href="/_local/mailbox/${id}">
      <span class="subject">${subject}</span>
      <time datetime="${sentAt}">${sentAt.slice(0, 16).replace('T', ' ')} UTC</time>
      <span class="preview">To ${to}: ${text.slice(0, 160)}</span>
    </a>
  </li>`;
}
