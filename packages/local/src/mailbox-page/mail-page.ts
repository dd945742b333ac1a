import { html, raw } from 'hono/html';
import type { StoredMail } from '../ports/mailbox';
import { type Html, page } from './page';

/** One mail: its HTML in a frame where nothing runs but links work, and its text as text-only readers get it. */
export function mailPage(mail: StoredMail): Html {
  const { subject, to, sentAt, html: content, text } = mail;
  return page(
    subject,
    html`<h1>${subject}</h1>
      <dl>
        <dt>To</dt><dd>${to}</dd>
        <dt>Sent</dt><dd><time datetime="${sentAt}">${sentAt.slice(0, 19).replace('T', ' ')} UTC</time></dd>
      </dl>
      <iframe title="The mail as its reader sees it" srcdoc="${`<base target="_top">${content}`}"
        sandbox="allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox"></iframe>
      <details open><summary>As plain text</summary><pre>${raw(withLinks(text))}</pre></details>`,
  );
}

/** Escapes a text and makes the web addresses in it links. */
export function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, position) => {
      const safe = escapeHtml(part);
      return position % 2 === 1 ? `<a href="${safe}">${safe}</a>` : safe;
    })
    .join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
