import { ConflictError } from '@vinculo/platform/errors';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import { overlapEnd } from '../access/overlap';
import type { UserContext } from '../access/user-context';
import { countHolder, moveHolder } from '../roles/repository';
import { apiKeyRevoked, apiKeyRotated, apiKeyUpdated } from './events';
import { type ApiKeyItem, liveHashes, toApiKey } from './items';
import { KEY_COUNT } from './keys';
import { putKeyPointers, removeKeyPointers } from './repository';
import type { ApiKey, ApiKeyChanges, NewApiKey, Rotation } from './schema';
import { assertEnd, assertGrantable, makeSecret, readApiKey } from './service';

/** Holds from the key's next request (S7). Throws 403 for rights beyond the actor's own, 404, 412, 422. */
export async function updateApiKey(
  ctx: UserContext,
  id: string,
  version: number,
  { expiresAt, scopes, ...changes }: ApiKeyChanges,
): Promise<ApiKey> {
  const before = await readApiKey(ctx, id, version);
  assertEnd(expiresAt, ctx.clock.now());
  const after: ApiKeyItem = Object.assign({ ...before }, changes, { version: version + 1 });
  setOrForget(after, 'validUntil', expiresAt);
  setOrForget(after, 'scopes', scopes);
  await assertGrantable(ctx, before);
  await assertGrantable(ctx, after);
  await replace(ctx, before, after, moveHolder(before.roleId, after.roleId), apiKeyUpdated(before, after));
  if (after.roleId !== before.roleId) {
    await putKeyPointers(ctx, id, after.roleId, liveHashes(after, ctx.clock.now()));
  }
  return toApiKey(after);
}

/**
 * Gives a key a new secret; the one that it had goes on working for a while, so that nothing stands still while
 * programs take the new one over. Of two rotations at once one throws 412. Throws 403, since whoever
 * rotates a key could use it, and 404.
 */
export async function rotateApiKey(
  ctx: UserContext,
  id: string,
  { overlapHours }: Rotation,
): Promise<NewApiKey> {
  const { previous, previousUsedAt: _, ...before } = await readApiKey(ctx, id);
  await assertGrantable(ctx, before);
  const now = ctx.clock.now();
  const { text, secret } = makeSecret(now);
  const validUntil = overlapEnd(now, overlapHours);
  const after: ApiKeyItem = {
    ...before,
    secret,
    ...(overlapHours > 0 ? { previous: { ...before.secret, validUntil } } : {}),
    ...(overlapHours > 0 && before.lastUsedAt ? { previousUsedAt: before.lastUsedAt } : {}),
    version: before.version + 1,
  };
  await putKeyPointers(ctx, id, before.roleId, [secret.hash]);
  try {
    await replace(ctx, before, after, [], apiKeyRotated(before, after));
  } catch (error) {
    await removeKeyPointers([secret.hash]);
    throw error;
  }
  const ended = [...(previous ? [previous.hash] : []), ...(overlapHours > 0 ? [] : [before.secret.hash])];
  await removeKeyPointers(ended);
  return { ...toApiKey(after), secret: text };
}

/** From here on the key opens nothing; only its name stays, for history (S6). Throws 404, 412. */
export async function revokeApiKey(ctx: UserContext, id: string, version: number): Promise<void> {
  const before = await readApiKey(ctx, id, version);
  const after: ApiKeyItem = { ...before, status: 'revoked', version: version + 1 };
  const counts = [{ update: KEY_COUNT, add: { count: -1 } }, ...countHolder(before.roleId, -1)];
  await replace(ctx, before, after, counts, apiKeyRevoked(before));
  await removeKeyPointers([before.secret.hash, ...(before.previous ? [before.previous.hash] : [])]);
}

/** The last use is noted by requests at any time; one that is lost between read and write is noted again soon. */
async function replace(
  ctx: UserContext,
  before: ApiKeyItem,
  after: ApiKeyItem,
  others: Write[],
  event: NewEvent,
): Promise<void> {
  const put: Write = { put: after, if: { equals: { version: before.version } } };
  try {
    await commit(ctx, [put, ...others], [event]);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    // Answers 404 or 412 when it was this key that changed.
    await readApiKey(ctx, before.sk, before.version);
    throw new ConflictError('key.changed', 'Keys or roles changed meanwhile. Try again.', { cause: error });
  }
}

function setOrForget<Name extends 'validUntil' | 'scopes'>(
  key: ApiKeyItem,
  name: Name,
  value: NonNullable<ApiKeyItem[Name]> | null | undefined,
): void {
  if (value === null) delete key[name];
  else if (value !== undefined) Object.assign(key, { [name]: value });
}
