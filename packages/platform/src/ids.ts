import { decodeTime, encodeTime, monotonicFactory, ulid } from 'ulid';

/** Creates `<prefix>_<ulid>`: sortable by time to the millisecond, 80 random bits (T11). */
export function newId(prefix: string, now: Date = new Date()): string {
  return `${prefix}_${ulid(now.getTime())}`;
}

const nextEventUlid = monotonicFactory();
let latestMs = 0;
/** More than clocks are ever set back by. */
const PAST_MS = 60_000;

/**
 * Creates an event id that sorts after every earlier one of this process, even within a millisecond. One that tells of
 * the past, as a history that is loaded, sorts where it belongs.
 */
export function newEventId(now: Date = new Date()): string {
  const ms = now.getTime();
  if (ms < latestMs - PAST_MS) return `evt_${ulid(ms)}`;
  latestMs = Math.max(latestMs, ms);
  return `evt_${nextEventUlid(ms)}`;
}

/** True when `id` has the form `<prefix>_<26 Crockford characters>`. */
export function isIdOf(prefix: string, id: string): boolean {
  return id.startsWith(`${prefix}_`) && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id.slice(prefix.length + 1));
}

/** The moment that an id carries. */
export function timeOfId(id: string): Date {
  return new Date(decodeTime(id.slice(id.indexOf('_') + 1)));
}

/** Sorts before every event id of that millisecond and after all of earlier ones. */
export function lowestEventId(at: Date): string {
  return `evt_${encodeTime(at.getTime())}`;
}
