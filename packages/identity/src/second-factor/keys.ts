import type { Key } from '@vinculo/platform/table/writes';

/** Both with the user's other things; one item each, read when a log-in or the settings page needs them. */
export function secondFactorKey(userId: string): Key {
  return { pk: userId, sk: 'second-factor' };
}

export function totpEnrolmentKey(userId: string): Key {
  return { pk: userId, sk: 'totp-enrolment' };
}

/** In the directory: found by the hash of a token, before anybody is logged in. */
export function challengeKey(tokenHash: string): Key {
  return { pk: `challenge#${tokenHash}`, sk: 'challenge' };
}
