import { fromItem, type RecordItem } from '../../records/item';
import { recordKey } from '../../records/keys';
import { canReach } from '../../records/reach';
import type { CrmRecord } from '../../types/record-type';
import type { LayoutItem } from '../items';
import type { SourceRow } from '../reading/row-file';
import { createdId } from '../record-ids';
import { findByUniqueValues, matchKeys, matchKindOf } from '../resolve/match-by';
import type { ResolvedRow } from '../resolve/resolved-row';
import { type FixedRow, type Job, parseFixed, readFixes } from './job';
import { readPlan } from './plan';

export interface BatchRow extends ResolvedRow {
  isSkipped: boolean;
  /** The id of the record that the row is. */
  match: string | undefined;
  /** The id of the record that a row above with the same match value became, if it did. */
  twin: string | undefined;
}

/** The rows of a slice with all that was looked up for them, a hundred in a read. */
export interface Batch {
  rows: BatchRow[];
  /** The records that rows are, by id, kept as the slice leaves them. */
  records: Map<string, CrmRecord>;
}

export async function openBatch(
  job: Job,
  layout: LayoutItem,
  slice: number,
  source: readonly SourceRow[],
): Promise<Batch> {
  const { item, model } = job;
  const fixes = await readFixes(job, source[0]?.row ?? 0, source.at(-1)?.row ?? 0);
  const parsed: FixedRow[] = source.map((row) => parseFixed(job, row, fixes));
  const resolved = await job.resolver.resolve(parsed);
  const { firstOf, matchOf } = await readPlan(job, layout, slice);
  const rows = resolved.map((row, position): BatchRow => {
    const first = firstOf.get(row.row);
    return {
      ...row,
      isSkipped: parsed[position]?.isSkipped ?? false,
      match: matchOf.get(row.row),
      twin: first === undefined ? undefined : createdId(model.type.idPrefix, item.sk, first),
    };
  });
  const batch: Batch = { rows, records: new Map() };
  if (!isSurelyNew(job)) await match(job, batch, rows);
  return batch;
}

/**
 * Whether the check found none of the rows in the tenant and none twice. Reading every unique value again would double
 * the reads; what was created since is refused by its guard, and looked at then.
 */
function isSurelyNew({ item, model }: Job): boolean {
  const { matchBy, mode } = item.settings;
  if (matchBy === null || mode === 'update' || matchKindOf(model.type, matchBy) !== 'unique') return false;
  return item.matches === 0 && item.duplicates === 0;
}

/** Looks again which records these rows are and how those records are now. */
export async function match(job: Job, { records }: Batch, rows: readonly BatchRow[]): Promise<void> {
  const { ctx, item, model } = job;
  const { matchBy } = item.settings;
  const kind = matchBy === null ? undefined : matchKindOf(model.type, matchBy);
  if (kind === 'unique' && matchBy !== null) {
    const keys = rows.flatMap((row) => matchKeys(row, matchBy));
    const found = await findByUniqueValues(ctx, model.type, matchBy, keys);
    for (const row of rows)
      row.match = matchKeys(row, matchBy)
        .map((key) => found.get(key))
        .find(Boolean);
  }
  if (kind === 'id') for (const row of rows) row.match = row.id;
  const ids = rows.flatMap(({ match, twin }) => [match, twin]).filter((id) => id !== undefined);
  for (const id of ids) records.delete(id);
  for (const record of await readRecords(job, ids)) records.set(record.id, record);
}

async function readRecords({ ctx, model }: Job, ids: readonly string[]): Promise<CrmRecord[]> {
  const { type } = model;
  const items = await ctx.table.batchGet<RecordItem>([...new Set(ids)].map(recordKey), { consistent: true });
  return items
    .filter((item) => item.kind === 'record' && item.type === type.name && !item.deletedAt)
    .map(fromItem)
    .filter((record) => canReach(ctx, type, 'read', record));
}
