import type { Context } from 'hono';

const SCHEME = /^Bearer(?: +(.*))?$/i;

/** What an `Authorization` header presents as an API key; undefined without one, and for another scheme. */
export function readBearer(c: Context): string | undefined {
  const match = SCHEME.exec(c.req.header('authorization') ?? '');
  return match ? (match[1] ?? '').trim() : undefined;
}
