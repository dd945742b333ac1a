import { createHash } from 'node:crypto';
import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Context } from 'hono';

/**
 * A digest of everything that decides what a request does. Undefined for a body that can't be read, which the operation
 * refuses anyway.
 */
export async function fingerprintOf(c: Context): Promise<string | undefined> {
  const text = await c.req.text();
  const url = new URL(c.req.url);
  url.searchParams.sort();
  try {
    const body = text === '' ? null : canonical(JSON.parse(text));
    return digest([url.pathname, url.search, c.req.header('if-match') ?? null, body]);
  } catch {
    // Not JSON, or nested deeper than any operation takes.
    return undefined;
  }
}

/** A digest of what the actor may do and see: an answer is replayed only to who would be given the same now (S7). */
export function rightsOf({ access, teamIds }: UserContext): string {
  return digest([access, teamIds]);
}

/** The same text for the same value, in whatever order its members were sent. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
