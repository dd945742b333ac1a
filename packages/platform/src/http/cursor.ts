import { createHash } from 'node:crypto';
import { AppError } from '../errors';
import { decrypt, encrypt } from '../secrets/aes-gcm';

/**
 * Seals a page's position. A cursor opens only with the same secret (the tenant's) and scope (what the list is of), so
 * it can be neither forged nor carried to another tenant or filter (P5). A position holds the value that a list is
 * ordered by, which the reader's role may hide, so it can't be read either (S10).
 */
export function sealCursor(secret: string, scope: unknown, position: unknown): string {
  return encrypt(keyOf(secret), JSON.stringify(scope), JSON.stringify(position));
}

/** Throws 400 `cursor.invalid` for a cursor that this list did not give. */
export function openCursor(secret: string, scope: unknown, cursor: string): unknown {
  try {
    return JSON.parse(decrypt(keyOf(secret), JSON.stringify(scope), cursor));
  } catch (cause) {
    throw invalid(cause);
  }
}

function keyOf(secret: string): Buffer {
  return createHash('sha256').update('cursor\0').update(secret).digest();
}

function invalid(cause: unknown): AppError {
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
