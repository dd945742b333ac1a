import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { AppError } from '../errors';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a page's position. A cursor opens only with the same secret (the tenant's) and scope (what the list is of), so
 * it can be neither forged nor carried to another tenant or filter (P5). A position holds the value that a list is
 * ordered by, which the reader's role may hide, so it can't be read either (S10).
 */
export function sealCursor(secret: string, scope: unknown, position: unknown): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret), nonce).setAAD(Buffer.from(JSON.stringify(scope)));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(position), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Throws 400 `cursor.invalid` for a cursor that this list did not give. */
export function openCursor(secret: string, scope: unknown, cursor: string): unknown {
  const bytes = Buffer.from(cursor, 'base64url');
  // Letters that base64 reads over would make a second spelling of a cursor.
  if (bytes.length <= NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== cursor) throw invalid();
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, keyOf(secret), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(JSON.stringify(scope))).setAuthTag(tag);
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString('utf8'));
  } catch (cause) {
    throw invalid(cause);
  }
}

function keyOf(secret: string): Buffer {
  return createHash('sha256').update('cursor\0').update(secret).digest();
}

function invalid(cause?: unknown): AppError {
  return new AppError(
    400,
    'cursor.invalid',
    'This page link is not valid for this list. Start again from the first page.',
    {
      cause,
      errors: [{ pointer: '?cursor', code: 'cursor.invalid', detail: 'Not a cursor of this list.' }],
    },
  );
}
