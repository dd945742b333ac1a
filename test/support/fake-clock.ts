import type { Clock } from '@vinculo/platform/clock';

export interface FakeClock extends Clock {
  set(at: string | Date): void;
  /** Moves on by any of the given spans. */
  advance(span: { days?: number; hours?: number; minutes?: number; seconds?: number; ms?: number }): void;
}

/** A clock that stands still until a test moves it. */
export function createFakeClock(at: string | Date = '2026-03-02T09:00:00.000Z'): FakeClock {
  let nowMs = new Date(at).getTime();
  return {
    now: () => new Date(nowMs),
    set: (next) => {
      nowMs = new Date(next).getTime();
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 }) => {
      nowMs += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000 + ms;
    },
  };
}
