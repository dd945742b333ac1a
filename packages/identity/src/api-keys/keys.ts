import type { Key } from '@vinculo/platform/table/writes';

/** Access patterns: a key by id and all keys of the tenant (one partition, read with strong consistency). */
export const API_KEYS = 'api-keys';
export const API_KEY_PREFIX = 'key_';

export function apiKeyKey(keyId: string): Key {
  return { pk: API_KEYS, sk: keyId };
}

/** How many keys the tenant has, so that its limit holds for two that are made at once. */
export const KEY_COUNT: Key = { pk: API_KEYS, sk: 'count' };

/** In the directory: found by the hash of a secret, before anything else is known. */
export function keyPointerKey(secretHash: string): Key {
  return { pk: `api-key#${secretHash}`, sk: 'api-key' };
}
