import type { Key } from '@vinculo/platform/table/writes';
import { hashSecret } from '../directory/secrets';

/** Credential ids may be longer than a key, so their hash stands for them; it is also the passkey's id in the API. */
export function passkeyIdOf(credentialId: string): string {
  return hashSecret(credentialId);
}

export const PASSKEY_PREFIX = 'passkey#';

/** In the tenant: the passkeys of one user. */
export function passkeyKey(userId: string, passkeyId: string): Key {
  return { pk: userId, sk: `${PASSKEY_PREFIX}${passkeyId}` };
}

/** In the directory: whose a passkey is, before anybody is logged in. */
export function passkeyOwnerKey(passkeyId: string): Key {
  return { pk: `passkey#${passkeyId}`, sk: 'passkey' };
}

export function ceremonyKey(challengeHash: string): Key {
  return { pk: `ceremony#${challengeHash}`, sk: 'ceremony' };
}
