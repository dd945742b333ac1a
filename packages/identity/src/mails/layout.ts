import type { Locale } from '../users/schema';

/** A mail as its template writes it: plain sentences, at most one thing to do. */
export interface MailContent {
  subject: string;
  heading: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  /** Small print: why this came, and what to do if it should not have. */
  note: string;
}

export function toText({ heading, paragraphs, action, note }: MailContent): string {
  const parts = [
    heading,
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    `--\n${note}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** One column of real text: no images, no tables for layout, the language declared, the link also in full. */
export function toHtml({ subject, heading, paragraphs, action, note }: MailContent, locale: Locale): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f6f7f9;color:#1c2024;font:16px/1.5 system-ui,-apple-system,sans-serif">
<main style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escapeHtml(heading)}</h1>
${paragraphs.map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`).join('\n')}
${action ? toButton(action) : ''}
<p style="margin:24px 0 0;font-size:14px;color:#5b6470">${escapeHtml(note)}</p>
</main>
</body>
</html>
`;
}

function toButton({ label, url }: { label: string; url: string }): string {
  const href = escapeHtml(url);
  return `<p style="margin:24px 0"><a href="${href}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0b5cad;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#5b6470;overflow-wrap:anywhere"><a href="${href}" style="color:#0b5cad">${href}</a></p>`;
}

/** Names and companies are other people's text: none of it becomes markup. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
