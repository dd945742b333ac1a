import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors';

/**
 * Seals a page's position. A cursor opens only with the same secret (the tenant's) and scope (what the list is of),
 * so it can be neither forged nor carried to another tenant or filter (P5).
 */
export function sealCursor(secret: string, scope: unknown, position: unknown): string {
  const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${payload}.${signature(secret, scope, payload)}`;
}

/** Throws 400 `cursor.invalid` for a cursor that this list did not give. */
export function openCursor(secret: string, scope: unknown, cursor: string): unknown {
  const [payload = '', given = ''] = cursor.split('.');
  if (!isSame(given, signature(secret, scope, payload))) {
    throw new AppError(
      400,
      'cursor.invalid',
      'This page link is not valid for this list. Start again from the first page.',
      {
        errors: [{ pointer: '?cursor', code: 'cursor.invalid', detail: 'Not a cursor of this list.' }],
      },
    );
  }
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}

/** Compares bytes, since a text of equal length can hold more of them than a signature does. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function signature(secret: string, scope: unknown, payload: string): string {
  const key = JSON.stringify(scope);
  return createHmac('sha256', secret)
    .update(key)
    .update('\0')
    .update(payload)
    .digest('base64url')
    .slice(0, 22);
}
