import type { Key } from '@vinculo/platform/table/writes';

/**
 * Access patterns: a user by id and all users of the tenant (one partition, read with strong consistency); what belongs
 * to one user (credential, preferences, sessions, events) by the user's id.
 */
export const USERS = 'users';

export function userKey(userId: string): Key {
  return { pk: USERS, sk: userId };
}

export function credentialKey(userId: string): Key {
  return { pk: userId, sk: 'credential' };
}

export function preferencesKey(userId: string): Key {
  return { pk: userId, sk: 'preferences' };
}

/** Guards that an address occurs once in the tenant, also among the invited. */
export function addressKey(email: string): Key {
  return { pk: 'addresses', sk: email };
}
