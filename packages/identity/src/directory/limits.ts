import { LimitError } from '@vinculo/platform/errors';
import { runtime } from '@vinculo/platform/runtime';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item, Write } from '@vinculo/platform/table/writes';
import { directoryTable } from './directory-table';

/** At most `maximum` in each window of `windowMs`, counted for one `subject`. */
export interface Limit {
  name: string;
  subject: string;
  maximum: number;
  windowMs: number;
}

/** Counts one use against every limit, or against none when one is used up: then throws 429 `code`. */
export async function countAgainst(limits: Limit[], code: string, message: string): Promise<void> {
  if (limits.length === 0) return;
  try {
    await directoryTable().transact(limits.map(toCount));
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    const { windowMs } = limits[error.failed[0] ?? 0] ?? { windowMs: 0 };
    throw new LimitError(code, message, secondsLeft(windowMs), { cause: error });
  }
}

/** Counts one use; false, uncounted, when the limit is used up. */
export async function isWithin(limit: Limit): Promise<boolean> {
  try {
    await directoryTable().transact([toCount(limit)]);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailedError) return false;
    throw error;
  }
}

/** How much of a limit is used up. */
export async function usedOf({ name, subject, windowMs }: Omit<Limit, 'maximum'>): Promise<number> {
  const item = await directoryTable().get<Item & { count: number }>(limitKey(name, subject, windowMs));
  return item?.count ?? 0;
}

/** The counting as one action of a transaction; its condition fails when the limit is used up. */
export function toCount({ name, subject, maximum, windowMs }: Limit): Write {
  const endsAt = Math.ceil((windowStart(windowMs) + windowMs) / 1000);
  return {
    update: limitKey(name, subject, windowMs),
    add: { count: 1 },
    set: { kind: 'limit', expiresAt: endsAt },
    if: { below: { count: maximum } },
  };
}

export function secondsLeft(windowMs: number): number {
  return Math.max(1, Math.ceil((windowStart(windowMs) + windowMs - nowMs()) / 1000));
}

function limitKey(name: string, subject: string, windowMs: number) {
  return { pk: `limit#${name}#${subject}#${windowStart(windowMs) / 1000}`, sk: 'limit' };
}

function windowStart(windowMs: number): number {
  return Math.floor(nowMs() / windowMs) * windowMs;
}

function nowMs(): number {
  return runtime().clock.now().getTime();
}
