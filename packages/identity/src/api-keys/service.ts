import { ConflictError, NotFoundError, refused, StaleError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { NEWEST_API_VERSION } from '@vinculo/platform/http/api-versions';
import { newId } from '@vinculo/platform/ids';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import { countUpTo } from '@vinculo/platform/table/writes';
import type { UserContext } from '../access/user-context';
import { hashSecret } from '../directory/secrets';
import { assertMayGrant } from '../roles/grant';
import { countHolder, noSuchRole, requireAccess } from '../roles/repository';
import { apiKeyCreated } from './events';
import { type ApiKeyItem, type KeySecret, toApiKey } from './items';
import { apiKeyKey, KEY_COUNT } from './keys';
import { findApiKey, listApiKeyItems, putKeyPointers, removeKeyPointers } from './repository';
import type { ApiKey, ApiKeyInput, NewApiKey } from './schema';
import { narrow } from './scopes';
import { hintOf, newKeySecret } from './secret';

export const KEYS_OF_TENANT = 50;
const LONGEST_MS = 731 * 86_400_000;

export async function listApiKeys(ctx: UserContext): Promise<ApiKey[]> {
  return (await listApiKeyItems(ctx)).map(toApiKey);
}

/** Throws 404, also for a key that was revoked. */
export async function getApiKey(ctx: UserContext, id: string): Promise<ApiKey> {
  return toApiKey(await readApiKey(ctx, id));
}

/**
 * Makes a key and tells its secret, which is stored nowhere. Throws 403 for rights beyond the actor's own, 409
 * `key.limit` when the tenant has 50 already, 422.
 */
export async function createApiKey(ctx: UserContext, input: ApiKeyInput): Promise<NewApiKey> {
  const { name, roleId, scopes, expiresAt } = input;
  const now = ctx.clock.now();
  assertEnd(expiresAt, now);
  await assertGrantable(ctx, { roleId, ...(scopes ? { scopes } : {}) });
  const { text, secret } = makeSecret(now);
  const key: ApiKeyItem = {
    ...apiKeyKey(newId('key', now)),
    kind: 'api_key',
    name,
    roleId,
    ...(scopes ? { scopes } : {}),
    ...(expiresAt ? { validUntil: expiresAt } : {}),
    apiVersion: NEWEST_API_VERSION,
    status: 'active',
    createdBy: ctx.actor.id,
    createdAt: secret.createdAt,
    secret,
    version: 1,
  };
  const count = countUpTo(KEYS_OF_TENANT, KEY_COUNT, 'api_key_count');
  await putKeyPointers(ctx, key.sk, roleId, [secret.hash]);
  try {
    await commit(ctx, [count, { put: key, if: 'absent' }, ...countHolder(roleId, 1)], [apiKeyCreated(key)]);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    await removeKeyPointers([secret.hash]);
    throw error.failed.includes(0) ? limitReached() : noSuchRole(error);
  }
  return { ...toApiKey(key), secret: text };
}

export async function readApiKey(ctx: UserContext, id: string, version?: number): Promise<ApiKeyItem> {
  const key = await findApiKey(ctx, id);
  if (key?.kind !== 'api_key' || key.status === 'revoked') throw new NotFoundError();
  if (version !== undefined && key.version !== version) throw new StaleError(toApiKey(key));
  return key;
}

/** The key's rights must be the actor's own too: whoever makes or rotates a key could use it. */
export async function assertGrantable(
  ctx: UserContext,
  { roleId, scopes }: Pick<ApiKeyItem, 'roleId' | 'scopes'>,
): Promise<void> {
  assertMayGrant(ctx.access, narrow(await requireAccess(ctx, roleId), scopes));
}

export function makeSecret(now: Date): { text: string; secret: KeySecret } {
  const text = newKeySecret();
  return { text, secret: { hash: hashSecret(text), hint: hintOf(text), createdAt: now.toISOString() } };
}

/** An end must lie ahead, and within two years. */
export function assertEnd(expiresAt: string | null | undefined, now: Date): void {
  if (!expiresAt) return;
  const aheadMs = Date.parse(expiresAt) - now.getTime();
  if (aheadMs <= 0) throw refused('/expiresAt', 'date.past', 'Choose a moment that lies ahead.');
  if (aheadMs > LONGEST_MS) throw refused('/expiresAt', 'date.too_far', 'A key may last two years.');
}

function limitReached(): ConflictError {
  return new ConflictError('key.limit', `A company can have ${KEYS_OF_TENANT} API keys. Revoke one first.`);
}
