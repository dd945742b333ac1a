import { runtime } from '@vinculo/platform/runtime';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item } from '@vinculo/platform/table/writes';
import { directoryTable } from '../directory/directory-table';
import { hashSecret } from '../directory/secrets';
import { ceremonyKey } from './keys';

/** What a challenge that an authenticator signs was given out for. */
export interface Ceremony {
  purpose: 'register' | 'log_in' | 'second_step';
  /** Who registers or does the second step; absent where the passkey says who it is. */
  userId?: string;
}

type CeremonyItem = Item & Ceremony & { expiresAt: number };

const LIFE_SECONDS = 300;

export async function rememberChallenge(challenge: string, ceremony: Ceremony): Promise<void> {
  const item: CeremonyItem = {
    ...ceremonyKey(hashSecret(challenge)),
    kind: 'ceremony',
    ...ceremony,
    expiresAt: Math.floor(nowMs() / 1000) + LIFE_SECONDS,
  };
  await directoryTable().batchWrite([{ put: item }]);
}

/** Takes a challenge, once, whatever comes of it: true when it was given out for this and is not too old. */
export async function takeChallenge(challenge: string, ceremony: Ceremony): Promise<boolean> {
  const key = ceremonyKey(hashSecret(challenge));
  const item = await directoryTable().get<CeremonyItem>(key);
  if (!item || item.expiresAt * 1000 <= nowMs()) return false;
  if (item.purpose !== ceremony.purpose || item.userId !== ceremony.userId) return false;
  try {
    await directoryTable().transact([{ delete: key, if: 'present' }]);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailedError) return false;
    throw error;
  }
}

function nowMs(): number {
  return runtime().clock.now().getTime();
}
