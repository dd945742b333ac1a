import type { UserContext } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { ConflictError, NotFoundError } from '@vinculo/platform/errors';
import { NEWEST_API_VERSION, VERSION_HEADER } from '@vinculo/platform/http/api-versions';
import type { Subject } from '@vinculo/platform/idempotency/claim';
import type { Context } from 'hono';
import * as z from 'zod';
import { BASE_PATH } from '../base-path';
import type { ApiEnv } from '../env';
import { replayed } from './answers';
import type { KeyedOperation, Source } from './keyed-operations';

const { readConverted } = deferred(() => import('@vinculo/sales/conversion/service'), 'readConverted');
const { findUpload } = deferred(() => import('@vinculo/records/files/service'), 'findUpload');

/** Asks the API itself, as the caller would. */
export type AskInside = (request: Request, c: Context<ApiEnv>) => Response | Promise<Response>;

/** Answers that no other operation gives. */
const OWN: Record<string, (ctx: UserContext, id: string) => Promise<unknown>> = {
  'POST /leads/{id}/convert': (ctx, id) => readConverted(ctx, id),
  'POST /files': (ctx, id) => findUpload(ctx, id),
};

/**
 * The answer to a request that took effect before, from what it committed: the status of success with the thing as it
 * is now. Throws 409 where that can't be shown.
 */
export async function rebuildAnswer(
  c: Context<ApiEnv>,
  ctx: UserContext,
  operation: KeyedOperation,
  committed: readonly Subject[],
  ask: AskInside,
): Promise<Response> {
  const { idempotency, status, answer, source, name } = operation;
  const [subject] = committed;
  if (idempotency === 'secret') throw secretShown(committed);
  if (!answer) return replayed(status, {}, null);
  const constant = constantOf(answer);
  if (constant) return replayed(status, JSON_TYPE, JSON.stringify(constant));
  if (!subject) throw lost(committed);
  const own = OWN[name];
  if (own) return replayed(status, JSON_TYPE, JSON.stringify(await found(own(ctx, subject.id), committed)));
  if (!source) throw lost(committed);
  return readAgain(c, { status, source, id: subject.id, committed }, ask);
}

interface Reading {
  status: number;
  source: Source;
  id: string;
  committed: readonly Subject[];
}

/** The operation that reads what this one wrote answers for it. */
async function readAgain(
  c: Context<ApiEnv>,
  { status, source, id, committed }: Reading,
  ask: AskInside,
): Promise<Response> {
  const path = pathOf(c.req.path, source, id);
  const answer = await ask(requestFor(c, path), c);
  if (!answer.ok) throw lost(committed);
  const etag = answer.headers.get('etag');
  const headers = {
    ...JSON_TYPE,
    ...(etag ? { etag } : {}),
    ...(status === 201 && source === 'child' ? { location: path } : {}),
  };
  if (source !== 'listed') return replayed(status, headers, await answer.text());
  const item = listSchema.parse(await answer.json()).items.find((one) => one.id === id);
  if (!item) throw lost(committed);
  return replayed(status, headers, JSON.stringify(item));
}

async function found(body: Promise<unknown>, committed: readonly Subject[]): Promise<unknown> {
  try {
    return await body;
  } catch (error) {
    throw error instanceof NotFoundError ? lost(committed) : error;
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };
const listSchema = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

/** Where the operation's answer can be read, from the path that was called. */
function pathOf(called: string, source: Source, id: string): string {
  const path = called.startsWith(BASE_PATH) ? called : BASE_PATH + called;
  if (source === 'child') return `${path}/${id}`;
  return source === 'parent' ? path.slice(0, path.lastIndexOf('/')) : path;
}

/** With the caller's own session or key, and nothing else of the request. */
function requestFor(c: Context<ApiEnv>, path: string): Request {
  const headers = new Headers(c.req.raw.headers);
  for (const name of ['content-type', 'content-length', 'if-match', 'idempotency-key']) headers.delete(name);
  // The answer outside is told in the version that was asked for.
  headers.set(VERSION_HEADER, NEWEST_API_VERSION);
  return new Request(new URL(path, c.req.url), { headers });
}

/** The body of an operation that always answers the same. */
function constantOf(answer: z.ZodType): Record<string, unknown> | undefined {
  if (!(answer instanceof z.ZodObject)) return undefined;
  const members = Object.entries(answer.shape as Record<string, unknown>);
  const values = members.flatMap(([name, member]) =>
    member instanceof z.ZodLiteral ? [[name, member.value] as const] : [],
  );
  return values.length === members.length ? Object.fromEntries(values) : undefined;
}

function secretShown(committed: readonly Subject[]): ConflictError {
  return new ConflictError(
    'idempotency.secret_shown',
    'This was done before, and its answer held a secret that is shown once. Make a new one if it got lost.',
    { extra: { committed } },
  );
}

function lost(committed: readonly Subject[]): ConflictError {
  return new ConflictError(
    'idempotency.answer_lost',
    'This was done before, but its answer can no longer be shown. `committed` says what changed.',
    { extra: { committed } },
  );
}
