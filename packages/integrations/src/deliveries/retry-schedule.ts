const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long to wait after each failed attempt: eleven attempts over a little more than three days. */
export const RETRY_DELAYS_MS = [
  5 * SECOND_MS,
  1 * MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
] as const;

/** Up to a fifth more or less, so that what failed together does not come back together. */
const JITTER = 0.2;
const LONGEST_MS = 24 * HOUR_MS;

export interface FailedAttempt {
  /** Attempts that failed in a row, this one included. */
  failures: number;
  now: Date;
  retryAfter: string | undefined;
  /** In [0, 1). */
  random: number;
}

/** When to try again; undefined when it has been tried often enough. A `Retry-After` only ever makes it later (S19). */
export function nextAttemptAt({ failures, now, retryAfter, random }: FailedAttempt): Date | undefined {
  const delayMs = RETRY_DELAYS_MS[failures - 1];
  if (delayMs === undefined) return undefined;
  const jittered = delayMs * (1 - JITTER + 2 * JITTER * random);
  const wanted = Math.min(LONGEST_MS, retryAfterMs(retryAfter, now));
  return new Date(now.getTime() + Math.round(Math.max(jittered, wanted)));
}

/** Seconds or a date, as HTTP has it; nothing for what is neither. */
function retryAfterMs(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  if (/^\s*\d{1,10}\s*$/.test(header)) return Number(header) * SECOND_MS;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime());
}
