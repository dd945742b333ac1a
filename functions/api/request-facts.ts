import { deviceOf } from '@vinculo/identity/sessions/cookie';
import { newId } from '@vinculo/platform/ids';
import { logger } from '@vinculo/platform/log';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { ApiEnv } from './env';

export type ClientIp = (c: Context) => string;

/** Names each request with an id of our own, and logs it once, without anything that a person typed (T10). */
export function noteRequests(clientIp: ClientIp): MiddlewareHandler<ApiEnv> {
  return async function noteRequest(c, next) {
    const startedAt = performance.now();
    c.set('requestId', newId('req'));
    c.set('userAgent', c.req.header('user-agent') ?? '');
    c.set('ip', clientIp(c));
    c.set('device', deviceOf(c));
    await next();
    c.res.headers.set('x-request-id', c.var.requestId);
    logger.info('request', {
      requestId: c.var.requestId,
      ...(c.var.ctx ? { tenantId: c.var.ctx.tenantId, principal: c.var.ctx.actor.id } : {}),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ...(c.var.problemCode ? { code: c.var.problemCode } : {}),
      ms: Math.round(performance.now() - startedAt),
    });
  };
}
