import type { UserContext } from '@vinculo/identity/access/user-context';
import { actorDenied } from '@vinculo/identity/users/events';
import { withoutClaim } from '@vinculo/platform/context';
import { AppError, NotFoundError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { problemResponse } from '@vinculo/platform/http/problem';
import { logger } from '@vinculo/platform/log';
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import type { ApiEnv } from './env';

/** The one place where a failure becomes an answer. What was not meant to be shown becomes a bare 500 (S27). */
export const answerError: ErrorHandler<ApiEnv> = async (error, c) => {
  const shown = toAppError(error);
  c.set('problemCode', shown.code);
  if (shown.status >= 500) logFailure(c, error);
  if (shown.status === 403 && c.var.ctx) await auditDenial(c, c.var.ctx, shown.code);
  return problemResponse(c, shown, c.var.requestId);
};

export const answerNotFound: NotFoundHandler<ApiEnv> = (c) =>
  problemResponse(c, new NotFoundError(), c.var.requestId);

export function answerTooLarge(c: Context<ApiEnv>): Response {
  return problemResponse(c, new AppError(413, 'body.too_large', 'The body may take 1 MB.'), c.var.requestId);
}

function toAppError(error: Error): AppError {
  if (error instanceof AppError) return error;
  // Hono itself refuses only bodies that it cannot read.
  if (error instanceof HTTPException && error.status === 415) {
    return new AppError(415, 'body.not_json', 'Send the body as application/json.', { cause: error });
  }
  if (error instanceof HTTPException && error.status === 400) {
    return new AppError(400, 'body.malformed', 'The body is not valid JSON.', { cause: error });
  }
  return new AppError(500, 'internal', 'Something went wrong on our side. The request id helps us find it.');
}

/** What somebody was refused is in the tenant's audit log (S28). */
async function auditDenial(c: Context<ApiEnv>, ctx: UserContext, code: string): Promise<void> {
  const denial = { method: c.req.method, route: routePath(c, -1), code };
  try {
    await commit(withoutClaim(ctx), [], [actorDenied(ctx.actor, denial)]);
  } catch (error) {
    // The refusal stands whether or not it could be noted.
    logFailure(c, error instanceof Error ? error : new Error(String(error)));
  }
}

function logFailure(c: Context<ApiEnv>, error: Error): void {
  logger.error('request failed', {
    requestId: c.var.requestId,
    ...(c.var.ctx ? { tenantId: c.var.ctx.tenantId, principal: c.var.ctx.actor.id } : {}),
    error,
  });
}
