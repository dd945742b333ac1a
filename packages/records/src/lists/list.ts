import type { UserContext } from '@vinculo/identity/access/user-context';
import { openCursor, sealCursor } from '@vinculo/platform/http/cursor';
import { visible } from '../records/reach';
import type { RecordModel } from '../types/catalogue';
import type { CrmRecord } from '../types/record-type';
import type { Condition } from './condition';
import { readAll, readRecords, toReading } from './reading';

export interface ListQuery {
  filter?: readonly Condition[] | undefined;
  /** A field's name, with `-` before it for descending. */
  sort?: string | undefined;
  /** Which fields the answer carries; those of the list indexes by default. */
  fields?: readonly string[] | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
  /** The words that were searched for; a cursor belongs to them. */
  q?: string | undefined;
}

export interface RecordPage {
  items: CrmRecord[];
  nextCursor: string | null;
}

/**
 * One page of the records that the actor may read, or of those with the ids `found` of a search. Throws 422 naming
 * the field when the filter or order needs too many reads.
 */
export async function listRecords(
  ctx: UserContext,
  model: RecordModel,
  query: ListQuery,
  found?: readonly string[],
): Promise<RecordPage> {
  const limit = query.limit ?? 50;
  const { filter = [], sort = '', q = '' } = query;
  const scope = { list: model.type.name, filter, sort, q };
  const after = query.cursor ? String(openCursor(ctx.tenant.secret, scope, query.cursor)) : undefined;
  const reading = toReading(ctx, model.type, query, limit, after);
  const page: Array<{ record: CrmRecord; position: string }> = [];
  for await (const entry of readRecords({ ...reading, found })) {
    page.push(entry);
    if (page.length > limit) break;
  }
  const last = page.length > limit ? page[limit - 1] : undefined;
  return {
    items: page.slice(0, limit).map(({ record }) => pick(visible(ctx, model.type, record), query.fields)),
    nextCursor: last ? sealCursor(ctx.tenant.secret, scope, last.position) : null,
  };
}

/** Every record that a list would show, whole, without a read budget: for jobs, never for a request. */
export async function* streamRecords(
  ctx: UserContext,
  model: RecordModel,
  query: Pick<ListQuery, 'filter' | 'sort'>,
  found?: readonly string[],
): AsyncGenerator<CrmRecord> {
  const reading = toReading(ctx, model.type, query, 500, undefined);
  for await (const { record } of readAll({ ...reading, found })) yield visible(ctx, model.type, record);
}

function pick(record: CrmRecord, fields: readonly string[] | undefined): CrmRecord {
  if (!fields) return record;
  const kept = new Set([...fields, 'id', 'type', 'version']);
  return Object.fromEntries(Object.entries(record).filter(([name]) => kept.has(name))) as CrmRecord;
}
