import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const PREFIX = 'vnc_';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_BYTES = 24;
const RANDOM_LENGTH = 33;
const CHECKSUM_LENGTH = 6;
const HINT_LENGTH = 4;
const FORM = /^vnc_[0-9A-Za-z]{39}$/;

/**
 * A new API key's secret: `vnc_`, 192 random bits in base 62, and their CRC-32 in 6 more digits. The prefix lets
 * scanners find one that leaked; the checksum tells a real one from a mistyped or invented one without a look-up (S13).
 */
export function newKeySecret(): string {
  const random = toDigits(BigInt(`0x${randomBytes(RANDOM_BYTES).toString('hex')}`), RANDOM_LENGTH);
  return PREFIX + random + checksumOf(random);
}

export function isKeySecret(text: string): boolean {
  if (!FORM.test(text)) return false;
  const random = text.slice(PREFIX.length, -CHECKSUM_LENGTH);
  return text.endsWith(checksumOf(random));
}

/** The beginning, by which people tell their keys apart; 168 bits stay unknown. */
export function hintOf(secret: string): string {
  return secret.slice(0, PREFIX.length + HINT_LENGTH);
}

function checksumOf(random: string): string {
  return toDigits(BigInt(crc32(random)), CHECKSUM_LENGTH);
}

function toDigits(value: bigint, length: number): string {
  let rest = value;
  let digits = '';
  for (let position = 0; position < length; position++) {
    digits = DIGITS.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  return digits;
}
