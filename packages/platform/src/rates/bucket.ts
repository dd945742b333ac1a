/** How many requests are let through: `burst` at once, and `perSecond` for ever. */
export interface Rate {
  perSecond: number;
  burst: number;
}

/** How long a process may spend what it took from a bucket. */
export const LEASE_MS = 10_000;

/** What there is to know of a bucket is when it will be full again; one of the past is full. */
export type FullAtMs = number;

/**
 * Tokens that may be taken out now. What is out may be spent until its lease ends, so a bucket holds back what flows in
 * meanwhile: then no span of time sees more than `burst` and what flows in during it (T7).
 */
export function availableIn(rate: Rate, fullAtMs: FullAtMs, nowMs: number): number {
  const outMs = Math.max(0, fullAtMs - nowMs);
  return Math.max(0, Math.floor(((capacityMs(rate) - outMs) * rate.perSecond) / 1000));
}

/** The bucket without those tokens. Rounded so that it never holds more than it should. */
export function takeFrom(rate: Rate, fullAtMs: FullAtMs, nowMs: number, tokens: number): FullAtMs {
  return Math.ceil(Math.max(fullAtMs, nowMs) + (tokens * 1000) / rate.perSecond);
}

/** When that many tokens will be available, if nobody takes any before. */
export function msUntil(rate: Rate, fullAtMs: FullAtMs, nowMs: number, tokens: number): number {
  return Math.max(0, takeFrom(rate, fullAtMs, nowMs, tokens) - nowMs - capacityMs(rate));
}

/** What a bucket gives at once. */
export function capacityOf(rate: Rate): number {
  return Math.floor((capacityMs(rate) * rate.perSecond) / 1000);
}

function capacityMs({ perSecond, burst }: Rate): number {
  return (burst * 1000) / perSecond - LEASE_MS;
}
