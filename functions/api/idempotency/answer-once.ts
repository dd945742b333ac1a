import type { OpenAPIHono } from '@hono/zod-openapi';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { AppError, InvalidError } from '@vinculo/platform/errors';
import {
  dropClaim,
  type Held,
  keepAnswer,
  reopenClaim,
  takeClaim,
} from '@vinculo/platform/idempotency/store';
import { logger } from '@vinculo/platform/log';
import type { Context } from 'hono';
import type { ApiEnv } from '../env';
import { packAnswer, unpackAnswer } from './answers';
import { fingerprintOf, rightsOf } from './fingerprint';
import { KEY_HEADER } from './key-header';
import { type KeyedOperation, keyedOperation } from './keyed-operations';
import { type AskInside, rebuildAnswer } from './rebuild';

export interface KeyedRequest {
  key: string;
  ctx: UserContext;
  api: OpenAPIHono<ApiEnv>;
  ask: AskInside;
  next: () => Promise<void>;
}

/** Lets a request with a key run, or answers it from what its first run did. */
export async function answerOnce(
  c: Context<ApiEnv>,
  { key, ctx, api, ask, next }: KeyedRequest,
): Promise<Response | undefined> {
  const operation = keyedOperation(c, api);
  if (!operation) return void (await next());
  requireKey(key);
  const fingerprint = await fingerprintOf(c);
  // A body that can't be read is refused by the operation itself.
  if (fingerprint === undefined) return void (await next());
  const scope = { actor: `${ctx.actor.kind}:${ctx.actor.id}`, operation: operation.name, key };
  const taken = await takeClaim(ctx, scope, fingerprint);
  if ('held' in taken) return void (await perform(c, ctx, operation, taken.held, next));
  const { earlier } = taken;
  if (earlier.fingerprint !== fingerprint) throw mismatch();
  const first = unpackAnswer(earlier.answer, rightsOf(ctx));
  return first ?? rebuildAnswer(c, ctx, operation, earlier.committed ?? [], ask);
}

async function perform(
  c: Context<ApiEnv>,
  ctx: UserContext,
  operation: KeyedOperation,
  held: Held,
  next: () => Promise<void>,
): Promise<void> {
  c.set('ctx', { ...ctx, claim: held.claim });
  await next();
  c.set('ctx', ctx);
  try {
    await settle(c.res, ctx, operation, held);
  } catch (error) {
    // What was asked for is done or refused, and said. A repetition finds out by what was committed.
    logger.warn('idempotency claim not settled', {
      requestId: ctx.requestId,
      tenantId: ctx.tenantId,
      principal: ctx.actor.id,
      error: error instanceof Error ? error : new Error(String(error)),
    });
  }
}

/** Only what took effect is final: a refusal may be sent again, corrected or not, and a fault goes on. */
async function settle(
  response: Response,
  ctx: UserContext,
  operation: KeyedOperation,
  held: Held,
): Promise<void> {
  const { isOpen, committed } = held.progress;
  if (isOpen || (response.status >= 500 && !committed)) return reopenClaim(ctx, held);
  if (response.status < 400)
    return keepAnswer(ctx, held, await packAnswer(operation, response, rightsOf(ctx)));
  if (!committed) return dropClaim(ctx, held);
}

function requireKey(key: string): void {
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return;
  throw new AppError(
    400,
    'idempotency.key_invalid',
    `${KEY_HEADER} must hold 1 to 255 printable ASCII characters.`,
  );
}

function mismatch(): InvalidError {
  return new InvalidError(
    'idempotency.mismatch',
    `This ${KEY_HEADER} was used for a request with other parameters. Use a new key for a new request.`,
  );
}
