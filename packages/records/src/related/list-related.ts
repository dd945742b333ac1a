import type { UserContext } from '@vinculo/identity/access/user-context';
import { NotFoundError } from '@vinculo/platform/errors';
import { type ListQuery, listRecords, type RecordPage } from '../lists/list';
import { getRecord } from '../records/service';
import type { Catalogue, RecordModel } from '../types/catalogue';
import type { RecordType } from '../types/record-type';

export interface RelatedPage extends RecordPage {
  type: RecordType;
}

/**
 * The records that point to one by a relation of its type, as a list of theirs. Throws 404 when the actor may not
 * read the one, and for a relation that does not exist.
 */
export async function listRelated(
  ctx: UserContext,
  catalogue: Catalogue,
  model: RecordModel,
  { id, relation: name }: { id: string; relation: string },
  query: Pick<ListQuery, 'sort' | 'fields' | 'limit' | 'cursor'>,
): Promise<RelatedPage> {
  const relation = model.type.relations?.find((one) => one.name === name);
  if (!relation) throw new NotFoundError();
  await getRecord(ctx, model, id);
  const other = catalogue.model(relation.type);
  const filter = [{ field: relation.by, op: 'eq' as const, value: id }];
  return { ...(await listRecords(ctx, other, { ...query, filter })), type: other.type };
}
