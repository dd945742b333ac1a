import { UnauthenticatedError } from '@vinculo/platform/errors';
import { runtime } from '@vinculo/platform/runtime';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item } from '@vinculo/platform/table/writes';
import { directoryTable } from '../directory/directory-table';
import { hashSecret, newSecret } from '../directory/secrets';
import type { LogInMeans } from '../sessions/events';
import { challengeKey } from './keys';

/** Who has done the first step of a log-in, how, and what the second one is. It opens nothing by itself. */
export interface Challenge {
  purpose: 'second_factor' | 'enrolment';
  tenantId: string;
  userId: string;
  /** The user's epoch at the first step: a password that changed since, or a disabled user, ends the log-in. */
  epoch: number;
  means: LogInMeans;
}

type ChallengeItem = Item & Challenge & { expiresAt: number };

const LIFE_MS = 10 * 60_000;

export async function mintChallenge(challenge: Challenge): Promise<{ token: string; expiresAt: Date }> {
  const token = newSecret();
  const expiresAt = new Date(runtime().clock.now().getTime() + LIFE_MS);
  const item: ChallengeItem = {
    ...challengeKey(hashSecret(token)),
    kind: 'challenge',
    ...challenge,
    expiresAt: Math.floor(expiresAt.getTime() / 1000),
  };
  await directoryTable().batchWrite([{ put: item }]);
  return { token, expiresAt };
}

/** Throws 401 `login.challenge_invalid` for one that is unknown, used, too old or for something else. */
export async function readChallenge(token: string, purpose: Challenge['purpose']): Promise<Challenge> {
  const item = await directoryTable().get<ChallengeItem>(challengeKey(hashSecret(token)));
  if (item?.purpose !== purpose) throw invalidChallenge();
  if (item.expiresAt * 1000 <= runtime().clock.now().getTime()) throw invalidChallenge();
  return item;
}

/** Uses a challenge up. Throws 401 when somebody else did first: it opens one session at most. */
export async function spendChallenge(token: string): Promise<void> {
  try {
    await directoryTable().transact([{ delete: challengeKey(hashSecret(token)), if: 'present' }]);
  } catch (error) {
    throw error instanceof ConditionFailedError ? invalidChallenge(error) : error;
  }
}

export function invalidChallenge(cause?: unknown): UnauthenticatedError {
  const message = 'This log-in took too long or was finished already. Start again.';
  return new UnauthenticatedError('login.challenge_invalid', message, { cause });
}
