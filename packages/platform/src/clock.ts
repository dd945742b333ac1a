/** The only source of time in services, so that tests can move it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** As TTL attributes want it. */
export function epochSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
