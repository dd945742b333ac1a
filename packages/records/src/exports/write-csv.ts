import type { UserContext } from '@vinculo/identity/access/user-context';
import { streamRecords } from '../lists/list';
import { namesIn } from '../records/names';
import type { RecordModel } from '../types/catalogue';
import type { CrmRecord } from '../types/record-type';
import { type Column, columnsOf } from './columns';
import { BYTE_ORDER_MARK, toCsv } from './csv';
import type { ExportItem } from './items';

/** Records whose names are read together. */
const GROUP = 250;

/**
 * The file of an export, piece by piece: memory stays flat. It holds what the actor may read now, without hidden fields
 * (S10, S11); no cell begins as a formula (S20).
 */
export async function* csvOf(
  ctx: UserContext,
  model: RecordModel,
  { fields, filter, sort, found, locale }: ExportItem & { found: readonly string[] | undefined },
  onRows: (count: number) => Promise<void>,
): AsyncGenerator<Buffer> {
  const named = (await model.behaviour?.namedValues?.(ctx)) ?? {};
  const columns = fields.flatMap((field) => {
    const names = new Map<unknown, string>((named[field] ?? []).map(({ value, name }) => [value, name]));
    return columnsOf(model.type, field, locale, names);
  });
  const header = columns.map(({ labels }) => (locale.startsWith('es') ? labels.es : labels.en));
  yield Buffer.from(BYTE_ORDER_MARK + toCsv([header]));
  for await (const group of groupsOf(streamRecords(ctx, model, { filter, sort }, found))) {
    const names = await namesIn(ctx, model.type, group, fields);
    yield Buffer.from(toCsv(group.map((record) => rowOf(columns, record, names))));
    await onRows(group.length);
  }
}

async function* groupsOf(records: AsyncIterable<CrmRecord>): AsyncGenerator<CrmRecord[]> {
  let group: CrmRecord[] = [];
  for await (const record of records) {
    group.push(record);
    if (group.length < GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function rowOf(columns: readonly Column[], record: CrmRecord, names: Record<string, string>): string[] {
  return columns.map((column) => column.cell(record, names));
}
