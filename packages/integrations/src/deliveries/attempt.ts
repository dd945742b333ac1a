import type { TenantContext } from '@vinculo/platform/context';
import { DestinationError } from '@vinculo/platform/outgoing/destination';
import type { PostAnswer, post } from '@vinculo/platform/outgoing/post';
import { runtime } from '@vinculo/platform/runtime';
import { signatureHeaders } from '../signing/standard-webhooks';
import type { WebhookItem } from '../webhooks/items';
import { openSigningSecrets } from '../webhooks/secrets';
import type { Attempt } from './items';
import { messageIdOf } from './keys';
import type { Payload } from './payload';

export type Send = typeof post;

export interface Outcome extends Attempt {
  isSuccess: boolean;
  /** It wants no more messages. */
  isGone: boolean;
  retryAfter?: string;
}

/** The body of a message, byte for byte as it is signed. */
export function bodyOf(payload: Payload): string {
  return JSON.stringify(payload);
}

/** Signs a message anew and posts it once. Never throws for what the receiver does; that is the outcome. */
export async function attempt(
  ctx: TenantContext,
  webhook: WebhookItem,
  eventId: string,
  payload: Payload,
  send: Send,
): Promise<Outcome> {
  const at = ctx.clock.now();
  const body = bodyOf(payload);
  const id = messageIdOf({ webhookId: webhook.sk, eventId });
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Vinculo-Webhooks/1',
    ...signatureHeaders({ id, at, body }, await openSigningSecrets(ctx, webhook)),
  };
  const startedAt = performance.now();
  const answer = await send({ url: webhook.url, headers, body }, { isLocal: runtime().isLocal }).catch(
    toFailure,
  );
  const timed = { at: at.toISOString(), durationMs: Math.round(performance.now() - startedAt) };
  if ('error' in answer) return { ...timed, error: answer.error, isSuccess: false, isGone: false };
  return { ...timed, ...read(answer) };
}

function read({ status, text, headers }: PostAnswer): Omit<Outcome, 'at' | 'durationMs'> {
  const { 'retry-after': retryAfter } = headers;
  return {
    status,
    ...(text === '' ? {} : { response: text }),
    ...(typeof retryAfter === 'string' ? { retryAfter } : {}),
    isSuccess: status >= 200 && status < 300,
    isGone: status === 410,
  };
}

const CONNECTION_ERRORS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection.refused',
  ECONNRESET: 'connection.reset',
  EHOSTUNREACH: 'connection.unreachable',
  ENETUNREACH: 'connection.unreachable',
  ETIMEDOUT: 'timeout',
  ABORT_ERR: 'timeout',
};

/** A stable code for a connection that failed. Messages of the system could name what is in our network. */
function toFailure(error: unknown): { error: string } {
  if (error instanceof DestinationError) return { error: error.code };
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return { error: 'timeout' };
  const code = 'code' in error ? String(error.code) : '';
  const known = CONNECTION_ERRORS[code];
  if (known) return { error: known };
  if (/CERT|TLS|SSL|ALTNAME/.test(code)) return { error: 'tls' };
  return { error: 'connection.failed' };
}
