import { readBearer } from '@vinculo/identity/api-keys/bearer';
import { readSessionCookie } from '@vinculo/identity/sessions/cookie';
import { AppError, ForbiddenError } from '@vinculo/platform/errors';
import { VERSION_HEADER } from '@vinculo/platform/http/api-versions';
import { runtime } from '@vinculo/platform/runtime';
import type { MiddlewareHandler } from 'hono';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const JSON_TYPE = /^application\/(?:[a-z0-9.-]+\+)?json\s*(?:;|$)/i;

/** The header that no form and no foreign page can send without our consent. */
export const CSRF_HEADER = 'x-vinculo-csrf';

/**
 * Refuses what another site could make a browser send: a foreign origin, a body that is not JSON, a cookie without
 * the header (S14). No site can make a browser send an API key, and with one the cookie counts for nothing.
 */
export function refuseCrossSite(corsOrigins: readonly string[]): MiddlewareHandler {
  return async function refuseCrossSite(c, next) {
    if (SAFE_METHODS.has(c.req.method)) return next();
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== runtime().appUrl && !corsOrigins.includes(origin)) {
      throw new ForbiddenError('origin.refused', 'This site may not call the API.');
    }
    const usesCookie = readBearer(c) === undefined && readSessionCookie(c) !== undefined;
    if (usesCookie && c.req.header(CSRF_HEADER) !== '1') {
      throw new ForbiddenError('csrf.header_missing', `Send the header ${CSRF_HEADER}: 1.`);
    }
    const type = c.req.header('content-type');
    if (type !== undefined && !JSON_TYPE.test(type)) {
      throw new AppError(415, 'body.not_json', 'Send the body as application/json.');
    }
    return next();
  };
}

/** Lets the listed origins, compared whole, read answers and send cookies. None is the default (S15). */
export function allowOrigins(corsOrigins: readonly string[]): MiddlewareHandler {
  return async function allowOrigin(c, next) {
    const origin = c.req.header('origin');
    const isAllowed = origin !== undefined && corsOrigins.includes(origin);
    const isPreflight =
      c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;
    if (isPreflight) c.res = new Response(null, { status: 204 });
    else await next();
    if (!isAllowed) return;
    c.res.headers.set('access-control-allow-origin', origin);
    c.res.headers.set('access-control-allow-credentials', 'true');
    c.res.headers.append('vary', 'origin');
    if (!isPreflight) {
      c.res.headers.set(
        'access-control-expose-headers',
        `etag, idempotency-replayed, location, ratelimit, ratelimit-policy, retry-after, x-request-id, ${VERSION_HEADER}`,
      );
      return;
    }
    c.res.headers.set('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
    c.res.headers.set(
      'access-control-allow-headers',
      `authorization, content-type, if-match, idempotency-key, ${CSRF_HEADER}, ${VERSION_HEADER}`,
    );
    c.res.headers.set('access-control-max-age', '7200');
  };
}
