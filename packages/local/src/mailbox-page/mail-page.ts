import { html, raw } from 'hono/html';
import type { StoredMail } from '../ports/mailbox';
import { type Html, page } from './page';

/**
 * One mail: its HTML in a frame, and its text as text-only readers get it. The frame's own headers let nothing in it
 * run; that it may run scripts as a frame lets accessibility checkers look into it.
 */
export function mailPage(mail: StoredMail): Html {
  const { id, subject, to, sentAt, text } = mail;
  return page(
    subject,
    html`<h1>${subject}</h1>
      <dl>
        <dt>To</dt><dd>${to}</dd>
        <dt>Sent</dt><dd><time datetime="${sentAt}">${sentAt.slice(0, 19).replace('T', ' ')} UTC</time></dd>
      </dl>
      <iframe title="The mail as its reader sees it" src="/_local/mailbox/${id}/html"
        sandbox="allow-scripts allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox"></iframe>
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
