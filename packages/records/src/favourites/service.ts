import type { UserContext } from '@vinculo/identity/access/user-context';
import { ConflictError } from '@vinculo/platform/errors';
import type { Item } from '@vinculo/platform/table/writes';
import { hitsOf, modelOfId } from '../records/hits';
import { getRecord } from '../records/service';
import type { SearchHit } from '../search/search';
import type { Catalogue } from '../types/catalogue';
import { favouriteKey, favouritesOf } from './keys';

interface FavouriteItem extends Item {
  addedAt: string;
}

const MOST_FAVOURITES = 100;

/** The actor's favourites as they are now, the oldest first; what is gone or out of reach is left out. */
export async function listFavourites(ctx: UserContext, catalogue: Catalogue): Promise<SearchHit[]> {
  const items = await readFavourites(ctx);
  const ids = items.sort((left, right) => (left.addedAt < right.addedAt ? -1 : 1)).map(({ sk }) => sk);
  return hitsOf(ctx, catalogue, ids);
}

/** Adding it again changes nothing. Throws 404 for what the actor may not read. */
export async function addFavourite(ctx: UserContext, catalogue: Catalogue, recordId: string): Promise<void> {
  await getRecord(ctx, modelOfId(catalogue, recordId), recordId);
  const favourites = await readFavourites(ctx);
  if (favourites.some(({ sk }) => sk === recordId)) return;
  if (favourites.length >= MOST_FAVOURITES) {
    throw new ConflictError('favourite.too_many', `There may be at most ${MOST_FAVOURITES} favourites.`);
  }
  const addedAt = ctx.clock.now().toISOString();
  const item = { ...favouriteKey(ctx.actor.id, recordId), kind: 'favourite', addedAt };
  await ctx.table.batchWrite([{ put: item }]);
}

export async function removeFavourite(ctx: UserContext, recordId: string): Promise<void> {
  await ctx.table.batchWrite([{ delete: favouriteKey(ctx.actor.id, recordId) }]);
}

async function readFavourites(ctx: UserContext): Promise<FavouriteItem[]> {
  const page = await ctx.table.query<FavouriteItem>({ pk: favouritesOf(ctx.actor.id), consistent: true });
  return page.items;
}
