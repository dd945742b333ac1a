import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie or a link. Only its hash is ever stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A plain hash is enough for a secret that cannot be guessed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
