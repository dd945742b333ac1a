/**
 * A session ends 14 days after its last use and 60 days after log-in, whichever comes first. Its last use is noted
 * every 5 minutes at most, which is also how far the first limit may be off.
 */
const IDLE_MS = 14 * 86_400_000;
export const ABSOLUTE_MS = 60 * 86_400_000;
/** Browsers keep no cookie for longer. Each log-in begins it anew. */
export const DEVICE_KNOWN_MS = 400 * 86_400_000;
const NOTE_EVERY_MS = 5 * 60_000;

export function sessionEndsAt(createdAt: Date, lastSeenAt: Date): Date {
  return new Date(Math.min(lastSeenAt.getTime() + IDLE_MS, sessionEndsLatest(createdAt).getTime()));
}

export function sessionEndsLatest(createdAt: Date): Date {
  return new Date(createdAt.getTime() + ABSOLUTE_MS);
}

export function isUseWorthNoting(lastSeenAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(lastSeenAt) >= NOTE_EVERY_MS;
}
