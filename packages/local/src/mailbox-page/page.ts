import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The frame of every page under `/_local`. */
export function page(title: string, main: Html): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Vinculo, local</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/_local/mailbox.css">
  </head>
  <body>
    <header>
      <a href="/_local/mailbox" class="brand">Mailbox</a>
      <span class="note">Mails of this local run. Nothing leaves this computer.</span>
      <a href="/">Open Vinculo</a>
    </header>
    <main aria-label="Mailbox">${main}</main>
  </body>
</html>`;
}

/** Looks for a new mail every two seconds, and only while the page is in front. */
export const REFRESH_SCRIPT = `
const known = document.querySelector('[data-newest]')?.dataset.newest;
setInterval(async () => {
  if (document.hidden) return;
  const response = await fetch('/_local/mailbox.json').catch(() => undefined);
  if (!response?.ok) return;
  const { items } = await response.json();
  if ((items[0]?.id ?? '') !== known) location.reload();
}, 2000);
`;

export const STYLE_SHEET = `
:root {
  --back: #f6f7f9; --card: #fff; --text: #16181d; --dim: #5b6270; --line: #e1e4ea; --accent: #2f5bd7;
}
@media (prefers-color-scheme: dark) {
  :root { --back: #141416; --card: #1d1e22; --text: #e8eaee; --dim: #a3a9b6; --line: #32343b; --accent: #8fb0ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
header { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; padding: 14px 20px;
  background: var(--card); border-bottom: 1px solid var(--line); }
.brand { font-weight: 650; color: var(--text); text-decoration: none; }
.note { color: var(--dim); flex: 1; min-width: 14em; }
main { max-width: 820px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 20px; line-height: 1.3; margin: 0 0 12px; overflow-wrap: anywhere; }
.mails { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line);
  border-radius: 10px; overflow: hidden; }
.mails li + li { border-top: 1px solid var(--line); }
.mails a { display: grid; grid-template-columns: 1fr auto; gap: 0 16px; padding: 12px 16px; color: inherit;
  text-decoration: none; }
.mails a:hover { background: color-mix(in srgb, var(--accent) 8%, transparent); }
.mails a:focus-visible { outline-offset: -2px; }
.subject { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.dim, time { color: var(--dim); }
.preview { grid-column: 1 / -1; color: var(--dim); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.empty { padding: 48px 16px; text-align: center; color: var(--dim); background: var(--card);
  border: 1px dashed var(--line); border-radius: 10px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0 0 16px; }
dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 60vh; border: 1px solid var(--line); border-radius: 10px; background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 16px; background: var(--card);
  border: 1px solid var(--line); border-radius: 10px; font: 13px/1.5 ui-monospace, monospace; }
summary { cursor: pointer; margin: 16px 0 8px; color: var(--dim); }
`;
