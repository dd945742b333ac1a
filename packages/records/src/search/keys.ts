import type { Key } from '@vinculo/platform/table/writes';
import { SEPARATOR } from '../lists/sort-key';

/**
 * Access pattern: every record with a token that begins with a prefix, in one query. Partitions are the first two
 * characters of the token, so that a tenant's index has as many partitions as its names have beginnings.
 */
export function searchPartition(token: string): string {
  return `search#${[...token].slice(0, 2).join('')}`;
}

export function searchKey(token: string, type: string, id: string): Key {
  return { pk: searchPartition(token), sk: [token, type, id].join(SEPARATOR) };
}

/** The beginning of the sort keys of all records of a type that have exactly this token. */
export function exactPrefix(token: string, type: string): string {
  return `${token}${SEPARATOR}${type}${SEPARATOR}`;
}

export function tokenAndIdOf(sk: string): { token: string; id: string } {
  const [token = '', , id = ''] = sk.split(SEPARATOR);
  return { token, id };
}
