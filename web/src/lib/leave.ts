const SIGNED_OUT_PAGES =
  /^\/(login|signup|check-your-mail|verify|forgot-password|reset-password|accept-invitation)\b/;

/** Loads the log-in page afresh, so that nothing of the ended session stays in memory. */
export function leaveToLogIn(): void {
  if (SIGNED_OUT_PAGES.test(location.pathname)) return;
  const here = location.pathname + location.search;
  location.assign(here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`);
}

/** A path of this app, never an address elsewhere: `next` comes from the URL, so anybody can write it. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
