import type { UserContext } from '@vinculo/identity/access/user-context';
import { NotFoundError } from '@vinculo/platform/errors';
import { isIdOf } from '@vinculo/platform/ids';
import type { SearchHit } from '../search/search';
import { subtitleOf } from '../search/subtitle';
import type { Catalogue, RecordModel } from '../types/catalogue';
import { titleOf } from '../types/title';
import { fromItem, type RecordItem } from './item';
import { recordKey } from './keys';
import { canReach, visible } from './reach';

/** What pickers and menus show of these records, in that order; those that the actor may not read are left out. */
export async function hitsOf(
  ctx: UserContext,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<SearchHit[]> {
  const items = await ctx.table.batchGet<RecordItem>([...new Set(ids)].map(recordKey));
  const byId = new Map(items.map((item) => [item.pk, item]));
  return ids.flatMap((id) => {
    const item = byId.get(id);
    const type = item && catalogue.find(item.type)?.type;
    if (!type || item.deletedAt || !canReach(ctx, type, 'read', item)) return [];
    const record = visible(ctx, type, fromItem(item));
    const subtitle = subtitleOf(type, record, ctx.locale);
    return [{ id, type: type.name, title: titleOf(type, record), ...(subtitle ? { subtitle } : {}) }];
  });
}

/** The model that an id belongs to by its prefix. Throws 404 for an id of nothing that is a record (T11). */
export function modelOfId(catalogue: Catalogue, id: string): RecordModel {
  const model = catalogue.models.find(({ type }) => isIdOf(type.idPrefix, id));
  if (!model) throw new NotFoundError();
  return model;
}
