import { randomBytes } from 'node:crypto';
import { hashSecret } from '../directory/secrets';

const COUNT = 10;
/** 80 bits: nobody guesses one, so that a plain hash is enough. */
const LETTERS = 16;
/** Crockford's: nothing that is taken for something else. 32 letters, so that every byte falls on each alike. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

export interface NewRecoveryCodes {
  /** For the user's eyes, once. */
  codes: string[];
  hashes: string[];
}

export function newRecoveryCodes(): NewRecoveryCodes {
  const codes = Array.from({ length: COUNT }, newCode);
  return { codes, hashes: codes.map((code) => hashSecret(normal(code) ?? '')) };
}

/** The hash of a code as somebody typed it; undefined for what can't be one. */
export function recoveryHash(typed: string): string | undefined {
  const code = normal(typed);
  return code === undefined ? undefined : hashSecret(code);
}

function newCode(): string {
  const letters = [...randomBytes(LETTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.match(/.{4}/g)?.join('-') ?? letters;
}

function normal(typed: string): string | undefined {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replace(/o/g, '0');
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(code) ? code : undefined;
}
