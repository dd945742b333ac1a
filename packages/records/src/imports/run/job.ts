import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Catalogue, RecordModel } from '../../types/catalogue';
import { createRowParser, mappedColumns, type ParsedRow, type RowParser } from '../cells/parse-row';
import type { FixItem, ImportItem } from '../items';
import { fixes, padded } from '../keys';
import type { SourceRow } from '../reading/row-file';
import { createResolver, type Resolver } from '../resolve/resolver';
import { rememberReads } from './remember-reads';

/** An import with all that reading its rows needs, acting with the rights of whoever asked for it. */
export interface Job {
  ctx: UserContext;
  /** The same for rules of capabilities, which read the same few items for every row: each is read once. */
  ruleCtx: UserContext;
  item: ImportItem;
  model: RecordModel;
  /** The key of the first column that fills a field, to show an issue there. */
  keyOf: (field: string) => string;
  parse: RowParser;
  resolver: Resolver;
}

export function openJob(ctx: UserContext, catalogue: Catalogue, item: ImportItem): Job {
  const model = catalogue.model(item.recordType);
  const columns = mappedColumns(model.type, item.settings.mapping);
  const keys = new Map(
    columns.map(({ target }) => [target.field, target.key]).reverse() as [string, string][],
  );
  const { locale, timeZone, currency } = ctx.tenant;
  const around = { locale, timeZone, currency, now: ctx.clock.now() };
  return {
    ctx,
    ruleCtx: rememberReads(ctx),
    item,
    model,
    keyOf: (field) => keys.get(field) ?? field,
    parse: createRowParser(model.type, columns, around),
    resolver: createResolver(ctx, catalogue, model, {
      importId: item.sk,
      createMissing: item.settings.createMissing,
    }),
  };
}

export type Fixes = ReadonlyMap<number, FixItem>;

/** What people changed in these rows of the import. */
export async function readFixes({ ctx, item }: Job, from: number, to: number): Promise<Fixes> {
  const prefix = fixes(item.fixSet);
  const found = new Map<number, FixItem>();
  const items = ctx.table.queryAll<FixItem>({
    pk: item.sk,
    sk: { between: [prefix + padded(from), prefix + padded(to)] },
    consistent: true,
  });
  for await (const fix of items) found.set(fix.row, fix);
  return found;
}

/** A row as it is after people's fixes. */
export interface FixedRow extends ParsedRow {
  cells: string[];
  isSkipped: boolean;
}

export function parseFixed({ parse }: Job, { row, cells }: SourceRow, fixes: Fixes): FixedRow {
  const fix = fixes.get(row);
  return { ...parse(row, cells, fix?.cells), cells, isSkipped: fix?.skip ?? false };
}
