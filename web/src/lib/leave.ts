const SIGNED_OUT_PAGES =
  /^\/(login|signup|check-your-mail|verify|forgot-password|reset-password|accept-invitation)\b/;
const SIGNED_IN_KEY = 'vinculo.signed-in';

/** What the log-in page knows of how one came there. */
export interface LogInSearch {
  /** Where to go afterwards; the start page without it. */
  next?: string;
  /** There was a session, and nobody logged out of it. */
  ended?: true;
}

/** Loads the log-in page afresh, so that nothing of the ended session stays in memory. */
export function leaveToLogIn(): void {
  if (SIGNED_OUT_PAGES.test(location.pathname)) return;
  const search = Object.entries(logInSearch(location.pathname + location.search + location.hash));
  location.assign(`/login?${new URLSearchParams(search.map(([name, value]) => [name, String(value)]))}`);
}

/** For somebody who is refused `here`. */
export function logInSearch(here: string): LogInSearch {
  return { ...(here === '/' ? {} : { next: here }), ...(wasSignedIn() ? { ended: true } : {}) };
}

export function readLogInSearch({ next, ended }: Record<string, unknown>): LogInSearch {
  return {
    ...(typeof next === 'string' ? { next } : {}),
    ...(String(ended) === 'true' ? { ended: true } : {}),
  };
}

/** A path of this app, never an address elsewhere: `next` comes from the URL, so anybody can write it. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

/** A page cannot see its cookie: this tells an ended session from a first visit. */
export function noteSignedIn(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(SIGNED_IN_KEY, 'true');
    else localStorage.removeItem(SIGNED_IN_KEY);
  } catch {
    // Storage is switched off: the log-in page only says less.
  }
}

function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(SIGNED_IN_KEY) !== null;
  } catch {
    return false;
  }
}
