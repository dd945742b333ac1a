import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** The library's default algorithm is argon2id; its cost is OWASP's first choice (S1). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let decoy: Promise<string> | undefined;

/**
 * Compares in the same time whether there is a stored hash or not, so that an answer doesn't tell who has an
 * account (S3).
 */
export async function isPasswordOf(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('base64url'));
  const fallback = await decoy;
  const isMatch = await verify(stored ?? fallback, password);
  return stored !== undefined && isMatch;
}

/** True when the hash was made with other parameters than today's, and should be made anew at log-in. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = COST;
  return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}
