import { monotonicFactory, ulid } from 'ulid';

/** Creates `<prefix>_<ulid>`: sortable by time to the millisecond, 80 random bits (T11). */
export function newId(prefix: string, now: Date = new Date()): string {
  return `${prefix}_${ulid(now.getTime())}`;
}

const nextEventUlid = monotonicFactory();

/** Creates an event id that sorts after every earlier one of this process, even within a millisecond. */
export function newEventId(now: Date = new Date()): string {
  return `evt_${nextEventUlid(now.getTime())}`;
}

/** True when `id` has the form `<prefix>_<26 Crockford characters>`. */
export function isIdOf(prefix: string, id: string): boolean {
  return id.startsWith(`${prefix}_`) && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id.slice(prefix.length + 1));
}
