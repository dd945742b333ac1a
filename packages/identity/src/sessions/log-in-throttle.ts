import { LimitError } from '@vinculo/platform/errors';
import { runtime } from '@vinculo/platform/runtime';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item } from '@vinculo/platform/table/writes';
import { directoryTable } from '../directory/directory-table';
import { type Limit, secondsLeft, toCount } from '../directory/limits';
import { networkOf } from '../directory/network-of';

/*
 * Guessing is slowed for each address that is tried, whether it has an account or not: five tries are free, then each
 * waits twice as long as the one before, up to 15 minutes; after 100 in a row only a password reset opens the account
 * again. A network has a limit across all addresses. Tries are counted before the password is looked at, so that a
 * hundred at once are not a hundred free ones (S4).
 */
const FREE_ATTEMPTS = 5;
const LONGEST_WAIT_MS = 15 * 60_000;
export const MOST_FAILURES = 100;
const NETWORK_MAXIMUM = 200;
const NETWORK_WINDOW_MS = 15 * 60_000;
const FORGOTTEN_AFTER_DAYS = 90;
const RACES = 5;

interface AttemptsItem extends Item {
  failures: number;
  nextAllowedAt: string;
  expiresAt: number;
}

/**
 * Admits one try and counts it as failed. Throws 429 while the subject, which is an address or what else is guessed at, or
 * the network must wait; and `locked` once there were too many in a row.
 */
export async function admitAttempt(subject: string, ip: string, locked = lockedError): Promise<void> {
  for (let race = 0; race < RACES; race++) {
    const before = await directoryTable().get<AttemptsItem>(attemptsKey(subject));
    const now = runtime().clock.now();
    const isForgotten = before !== undefined && before.expiresAt * 1000 <= now.getTime();
    const failures = before && !isForgotten ? before.failures : 0;
    if (failures >= MOST_FAILURES) throw locked();
    if (before) refuseEarly(before, now);
    if (await count(subject, ip, failures + 1, before, now)) return;
  }
  throw throttledError(1);
}

/** Forgets the failures: the right answer was given, or a new password was set through the mailbox. */
export async function forgetFailures(subject: string): Promise<void> {
  await directoryTable().batchWrite([{ delete: attemptsKey(subject) }]);
}

/** False when another try was counted first. */
async function count(
  subject: string,
  ip: string,
  failures: number,
  before: AttemptsItem | undefined,
  now: Date,
): Promise<boolean> {
  const item: AttemptsItem = {
    ...attemptsKey(subject),
    kind: 'attempts',
    failures,
    nextAllowedAt: new Date(now.getTime() + waitAfter(failures)).toISOString(),
    expiresAt: Math.ceil(now.getTime() / 1000) + FORGOTTEN_AFTER_DAYS * 86_400,
  };
  const unchanged = before && { equals: { failures: before.failures, nextAllowedAt: before.nextAllowedAt } };
  const network = networkOf(ip);
  try {
    await directoryTable().transact([
      { put: item, if: unchanged ?? 'absent' },
      ...(network ? [toCount(networkLimit(network))] : []),
    ]);
    return true;
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    if (error.failed.includes(1)) throw throttledError(secondsLeft(NETWORK_WINDOW_MS), error);
    return false;
  }
}

export function waitAfter(failures: number): number {
  if (failures < FREE_ATTEMPTS) return 0;
  return Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (failures - FREE_ATTEMPTS));
}

function refuseEarly({ nextAllowedAt }: AttemptsItem, now: Date): void {
  const waitMs = Date.parse(nextAllowedAt) - now.getTime();
  if (waitMs > 0) throw throttledError(Math.ceil(waitMs / 1000));
}

function throttledError(retryAfterSeconds: number, cause?: unknown): LimitError {
  return new LimitError('login.throttled', 'Too many attempts. Wait a moment.', retryAfterSeconds, { cause });
}

function lockedError(): LimitError {
  const message = 'Too many wrong passwords. Reset the password to get in.';
  return new LimitError('login.locked', message, 24 * 3600);
}

function networkLimit(subject: string): Limit {
  return { name: 'log-in', subject, maximum: NETWORK_MAXIMUM, windowMs: NETWORK_WINDOW_MS };
}

function attemptsKey(subject: string) {
  return { pk: `attempts#${subject}`, sk: 'attempts' };
}
