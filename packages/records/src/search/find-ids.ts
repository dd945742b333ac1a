import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Catalogue } from '../types/catalogue';
import { searchRecords } from './search';

/** The most records that a list narrows by a search; who needs more types more. */
const MOST_FOUND = 500;

/** The ids of the records of these types that a search finds, for a list to show in its own order. */
export async function findIds(
  ctx: UserContext,
  catalogue: Catalogue,
  text: string,
  types: readonly string[],
): Promise<string[]> {
  const hits = await searchRecords(ctx, catalogue, text, { types, limit: MOST_FOUND });
  return hits.map(({ id }) => id);
}
