import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { KeyRing } from '../ports/sealing';

const FIRST = 'k1';
const MATERIAL = z.string().min(32);

/** As it is kept: `{"current": "k2", "k1": "…", "k2": "…"}`. */
const storedSchema = z.object({ current: z.string().regex(/^k\d{1,4}$/) }).catchall(MATERIAL);

/** Throws for anything else than a ring that holds its current key. */
export function parseKeyRing(text: string): KeyRing {
  const { current, ...rest } = storedSchema.parse(JSON.parse(text));
  const keys = new Map(Object.entries(rest));
  if (!keys.has(current)) throw new Error('The key ring does not hold its current key.');
  return { current, keys };
}

export function newKeyRing(): string {
  return JSON.stringify({ current: FIRST, [FIRST]: randomBytes(48).toString('base64url') });
}
