import type { Key } from '@vinculo/platform/table/writes';

/** In the directory: found by the hash of the cookie, before anything else is known. */
export function sessionKey(tokenHash: string): Key {
  return { pk: `session#${tokenHash}`, sk: 'session' };
}

/** In the tenant: the sessions of one user, for listing and ending them. */
export const SESSION_PREFIX = 'session#';

/** In the tenant: the browsers that a user has logged in with, by the hash of their token. */
export function knownDeviceKey(userId: string, tokenHash: string): Key {
  return { pk: userId, sk: `known-device#${tokenHash}` };
}

export function deviceKey(userId: string, sessionId: string): Key {
  return { pk: userId, sk: `${SESSION_PREFIX}${sessionId}` };
}
