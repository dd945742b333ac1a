import type { Actor } from '@vinculo/platform/context';

/** Who is meant where only an id is stored, as in `createdBy`. */
export function actorOf(id: string): Actor {
  if (id.startsWith('usr_')) return { kind: 'user', id };
  if (id.startsWith('key_')) return { kind: 'api_key', id };
  return { kind: 'system', id };
}
