import type { Item } from '@vinculo/platform/table/writes';
import { secondFactorKey } from './keys';

/** What proves a user beside the password. Whether there is any is also said by the user's own item, which log-in reads. */
export interface SecondFactorItem extends Item {
  kind: 'second_factor';
  totp?: Totp;
  /** How many passkeys the user has; each is an item of its own. */
  passkeys: number;
  /** Of the recovery codes that are left. */
  recoveryHashes: string[];
  version: number;
}

export interface Totp {
  /** The seed, sealed for this user. */
  sealed: string;
  since: string;
  /** The latest step whose code was taken: it and earlier ones are refused. */
  lastStep: number;
}

/** A seed that was shown and not yet confirmed with a code: it counts for nothing. */
export interface TotpEnrolmentItem extends Item {
  kind: 'totp_enrolment';
  sealed: string;
  expiresAt: number;
}

export function noSecondFactor(userId: string): SecondFactorItem {
  return { ...secondFactorKey(userId), kind: 'second_factor', passkeys: 0, recoveryHashes: [], version: 0 };
}

export function isOn({ totp, passkeys }: SecondFactorItem): boolean {
  return totp !== undefined || passkeys > 0;
}

/** A seed opens for the user that it was sealed for. */
export function totpPurpose(userId: string): string {
  return `totp#${userId}`;
}
