import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { PublicEnv } from '../access/public-env';
import { newSecret } from '../directory/secrets';
import { ABSOLUTE_MS, DEVICE_KNOWN_MS } from './lifetime';
import { endReplacedSession } from './service';

/** `__Host-`: no sub-domain can set or read it, and it travels over TLS (or to localhost) only (S14). */
const NAME = 'session';
const OPTIONS: CookieOptions & { prefix: 'host' } = {
  prefix: 'host',
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Lax',
};

/** Outlives sessions, so that a device is not new at each log-in; it opens nothing. */
const DEVICE_NAME = 'device';
const DEVICE_TOKEN = /^[\w-]{43}$/;

/** The browser's token; a new one, which its next session brings it, where it has none. */
export function deviceOf(c: Context): string {
  const token = getCookie(c, DEVICE_NAME, 'host');
  return token !== undefined && DEVICE_TOKEN.test(token) ? token : newSecret();
}

export function readSessionCookie(c: Context): string | undefined {
  return getCookie(c, NAME, 'host');
}

/** Gives the browser its session, and ends the one that it had before. */
export async function startBrowserSession(c: Context<PublicEnv>, token: string): Promise<void> {
  await endReplacedSession(readSessionCookie(c), c.var.requestId);
  writeSessionCookie(c, token, c.var.device);
}

/** Each session makes its browser known for longer. */
export function writeSessionCookie(c: Context, token: string, device: string): void {
  setCookie(c, NAME, token, { ...OPTIONS, maxAge: ABSOLUTE_MS / 1000 });
  setCookie(c, DEVICE_NAME, device, { ...OPTIONS, maxAge: DEVICE_KNOWN_MS / 1000 });
}

export function clearSessionCookie(c: Context): void {
  deleteCookie(c, NAME, OPTIONS);
}
