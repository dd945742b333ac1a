import type { Item } from '@vinculo/platform/table/writes';
import type { ApiKey } from './schema';

/** One secret of a key. Only its hash is known from here on (S13). */
export interface KeySecret {
  hash: string;
  hint: string;
  createdAt: string;
}

export interface ApiKeyItem extends Item {
  kind: 'api_key';
  name: string;
  roleId: string;
  /** What of the role it may use; all of it when absent. */
  scopes?: string[];
  /** The dated version of the API that it was made for. */
  apiVersion: string;
  /** A revoked key stays, so that history can go on naming it. */
  status: 'active' | 'disabled' | 'revoked';
  createdBy: string;
  createdAt: string;
  /** Until when it works; for good when absent. */
  validUntil?: string;
  secret: KeySecret;
  /** The secret before the last rotation, while both work. */
  previous?: KeySecret & { validUntil: string };
  lastUsedAt?: string;
  previousUsedAt?: string;
  version: number;
}

export function hasRunOut({ validUntil }: Pick<ApiKeyItem, 'validUntil'>, now: Date): boolean {
  return validUntil !== undefined && Date.parse(validUntil) <= now.getTime();
}

/** Of the secrets that may still open something. */
export function liveHashes({ secret, previous }: ApiKeyItem, now: Date): string[] {
  const isLive = previous !== undefined && Date.parse(previous.validUntil) > now.getTime();
  return [secret.hash, ...(isLive ? [previous.hash] : [])];
}

/** Which of a key's secrets has this hash and still works; undefined when none does. */
export function liveSecret(
  { secret, previous }: Pick<ApiKeyItem, 'secret' | 'previous'>,
  hash: string,
  now: Date,
): 'current' | 'previous' | undefined {
  if (secret.hash === hash) return 'current';
  const isLive = previous?.hash === hash && Date.parse(previous.validUntil) > now.getTime();
  return isLive ? 'previous' : undefined;
}

export function toApiKey(item: ApiKeyItem): ApiKey {
  const { sk: id, name, roleId, scopes = null, apiVersion, createdBy, createdAt, secret, previous } = item;
  return {
    id,
    name,
    hint: secret.hint,
    roleId,
    scopes,
    apiVersion,
    status: item.status === 'active' ? 'active' : 'disabled',
    createdBy,
    createdAt,
    expiresAt: item.validUntil ?? null,
    lastUsedAt: item.lastUsedAt ?? null,
    previous: previous
      ? { hint: previous.hint, expiresAt: previous.validUntil, lastUsedAt: item.previousUsedAt ?? null }
      : null,
    version: item.version,
  };
}
