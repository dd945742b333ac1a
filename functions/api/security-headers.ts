import { HSTS_SECONDS, webHeaders } from '@vinculo/platform/http/web-headers';
import type { MiddlewareHandler } from 'hono';

/** An answer of the API is data: it may load nothing, be framed nowhere and be kept by no cache (S16). */
const HEADERS = {
  ...webHeaders(),
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'strict-transport-security': `max-age=${HSTS_SECONDS}; includeSubDomains`,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export const addSecurityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
};
