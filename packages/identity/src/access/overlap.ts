import * as z from 'zod';

/** For how long a secret goes on working beside the one that takes its place. */
export function overlapSchema(description: string) {
  return z
    .number()
    .int()
    .min(0)
    .max(7 * 24)
    .default(24)
    .meta({ description });
}

/** When an overlap that begins now is over. */
export function overlapEnd(now: Date, hours: number): string {
  return new Date(now.getTime() + hours * 3_600_000).toISOString();
}
