import type { OpenAPIHono } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from '../env';
import { KEY_HEADER } from './key-header';
import type { AskInside } from './rebuild';

const { answerOnce } = deferred(() => import('./answer-once'), 'answerOnce');

/**
 * Makes a POST that carries an `Idempotency-Key` take effect once, however often it is sent, and answers the repetitions
 * as the first was answered (D1). Requests without the header pay nothing.
 */
export function takeEffectOnce(api: OpenAPIHono<ApiEnv>, ask: AskInside): MiddlewareHandler<ApiEnv> {
  return async function once(c, next) {
    const key = c.req.method === 'POST' ? c.req.header(KEY_HEADER) : undefined;
    const { ctx } = c.var;
    return key === undefined || !ctx ? next() : answerOnce(c, { key, ctx, api, ask, next });
  };
}
