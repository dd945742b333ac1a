import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts under a key of 32 bytes, with a nonce of its own. It opens only with the same `bound` again. */
export function encrypt(key: Buffer, bound: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Throws for what `encrypt` did not make with this key and `bound`. */
export function decrypt(key: Buffer, bound: string, encrypted: string): string {
  const bytes = Buffer.from(encrypted, 'base64url');
  // Letters that base64 reads over would make a second spelling of the same bytes.
  if (bytes.length <= NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== encrypted) {
    throw new Error('This was not encrypted here.');
  }
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(tag);
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return text.toString('utf8');
}
