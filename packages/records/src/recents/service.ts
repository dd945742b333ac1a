import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Item, Key } from '@vinculo/platform/table/writes';
import { hitsOf, modelOfId } from '../records/hits';
import type { SearchHit } from '../search/search';
import type { Catalogue } from '../types/catalogue';

/** Access pattern: the ids of what a user opened last, newest first, in one item of less than 1 KB. */
const recentsKey = (userId: string): Key => ({ pk: `recents#${userId}`, sk: 'list' });

interface RecentsItem extends Item {
  ids: string[];
}

const MOST_RECENTS = 30;

export async function listRecents(ctx: UserContext, catalogue: Catalogue): Promise<SearchHit[]> {
  const item = await ctx.table.get<RecentsItem>(recentsKey(ctx.actor.id));
  return item ? hitsOf(ctx, catalogue, item.ids) : [];
}

/**
 * Notes that the actor opened a record. The client says so when a page is opened, so that reading a record stays one
 * read; rights are looked at when the list is. Of two windows at once one may win, which is recent enough.
 */
export async function noteRecent(ctx: UserContext, catalogue: Catalogue, recordId: string): Promise<void> {
  modelOfId(catalogue, recordId);
  const key = recentsKey(ctx.actor.id);
  const before = await ctx.table.get<RecentsItem>(key, { consistent: false });
  if (before?.ids[0] === recordId) return;
  const ids = [recordId, ...(before?.ids ?? []).filter((id) => id !== recordId)].slice(0, MOST_RECENTS);
  await ctx.table.batchWrite([{ put: { ...key, kind: 'recents', ids } }]);
}
