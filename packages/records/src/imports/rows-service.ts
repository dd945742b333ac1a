import type { UserContext } from '@vinculo/identity/access/user-context';
import { ConflictError, NotFoundError } from '@vinculo/platform/errors';
import { openCursor, sealCursor } from '@vinculo/platform/http/cursor';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import type { Catalogue } from '../types/catalogue';
import type { ConflictItem, FixItem, ImportItem, InvalidRowItem } from './items';
import { CONFLICTS, fixKey, importKey, invalidRowKey, invalidRows } from './keys';
import { keptUntil, requireStatus } from './repository';
import { readOwn } from './rights';
import { type Job, openJob } from './run/job';
import { validate } from './run/validate';
import type { ImportFix, ImportIssue, ImportRow } from './schema';

const PAGE = 100;
/** Each fix is two actions of a transaction. */
const FIXES_AT_ONCE = 45;

export interface RowPage {
  items: ImportRow[];
  nextCursor: string | null;
}

/** The rows that can't be imported as they are, or those that an undo left alone; in the order of the file. */
export async function listRows(
  ctx: UserContext,
  id: string,
  { only = 'invalid', cursor }: { only?: 'invalid' | 'conflict' | undefined; cursor?: string | undefined },
): Promise<RowPage> {
  const item = await readOwn(ctx, id);
  const scope = { import: id, only, check: item.check };
  const start = cursor === undefined ? undefined : String(openCursor(ctx.tenant.secret, scope, cursor));
  const page = await ctx.table.query<InvalidRowItem | ConflictItem>({
    pk: id,
    sk: { beginsWith: only === 'conflict' ? CONFLICTS : invalidRows(item.check) },
    limit: PAGE,
    consistent: true,
    startKey: start === undefined ? undefined : { pk: id, sk: start },
  });
  const next = page.lastKey?.sk;
  return {
    items: page.items.flatMap(toRow),
    nextCursor: next === undefined ? null : sealCursor(ctx.tenant.secret, scope, next),
  };
}

function toRow(item: InvalidRowItem | ConflictItem): ImportRow[] {
  if (item.kind === 'import-conflict') {
    const detail = 'Somebody changed this record after the import.';
    const errors = [{ field: '', code: 'import.changed_since', detail }];
    return [{ row: item.row, cells: {}, errors, recordId: item.recordId }];
  }
  return item.state === 'invalid' ? [{ row: item.row, cells: item.cells, errors: item.errors }] : [];
}

/**
 * Changes cells of invalid rows or skips them, and answers each as it is then, without its errors when it is right.
 * Throws 404 for a row that is not among them.
 */
export async function fixRows(
  ctx: UserContext,
  catalogue: Catalogue,
  id: string,
  fixes: readonly ImportFix[],
): Promise<ImportRow[]> {
  const item = await readOwn(ctx, id);
  requireStatus(item, 'checked');
  const keys = fixes.map(({ row }) => invalidRowKey(id, item.check, row));
  const found = await ctx.table.batchGet<InvalidRowItem>(keys, { consistent: true });
  const byRow = new Map(found.map((row) => [row.row, row]));
  const job = openJob(ctx, catalogue, item);
  const fixed = await applyFixes(job, byRow, fixes);
  for (let start = 0; start < fixed.length; start += FIXES_AT_ONCE) {
    await saveFixes(ctx, item, fixed.slice(start, start + FIXES_AT_ONCE));
  }
  return fixed.map(({ after }) => ({ row: after.row, cells: after.cells, errors: after.errors }));
}

interface Fixed {
  before: InvalidRowItem;
  after: InvalidRowItem;
  fix: FixItem;
}

async function applyFixes(
  job: Job,
  byRow: Map<number, InvalidRowItem>,
  fixes: readonly ImportFix[],
): Promise<Fixed[]> {
  const { ctx, item } = job;
  const merged = fixes.map(({ row, cells = {}, skip = false }) => {
    const before = byRow.get(row);
    if (!before) throw new NotFoundError('import.row_not_found', `Row ${row} is not among the invalid ones.`);
    const own = { cells: { ...before.cells, ...cells }, changed: { ...before.changed, ...cells } };
    return { before, skip, ...own };
  });
  const parsed = merged.map(({ before, cells }) => job.parse(before.row, [], cells));
  const resolved = await job.resolver.resolve(parsed);
  return merged.map(({ before, skip, cells, changed }, position): Fixed => {
    const row = resolved[position];
    const checked =
      row && !skip ? validate(job, row, item.settings.mode === 'update' ? 'patch' : 'create') : undefined;
    const errors: ImportIssue[] = checked && 'issues' in checked ? checked.issues : [];
    const state = skip ? 'skipped' : errors.length === 0 ? 'valid' : 'invalid';
    return {
      before,
      after: { ...before, cells, changed, errors, state },
      fix: {
        ...fixKey(item.sk, item.fixSet, before.row),
        kind: 'import-fix',
        row: before.row,
        cells: changed,
        skip,
        expiresAt: keptUntil(ctx),
      },
    };
  });
}

/** The rows, their fixes and the counts together; a row that somebody else fixed meanwhile refuses all of them. */
async function saveFixes(ctx: UserContext, item: ImportItem, fixed: readonly Fixed[]): Promise<void> {
  const writes = fixed.flatMap(({ before, after, fix }): Write[] => [
    { put: after, if: { equals: { state: before.state } } },
    { put: fix },
  ]);
  const change = (state: InvalidRowItem['state']) =>
    fixed.filter(({ after }) => after.state === state).length -
    fixed.filter(({ before }) => before.state === state).length;
  const count: Write = {
    update: importKey(item.sk),
    add: { valid: change('valid'), invalid: change('invalid') },
    if: { equals: { version: item.version, status: 'checked' } },
  };
  try {
    await ctx.table.transact([...writes, count]);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    throw new ConflictError('import.changed', 'The import has moved on meanwhile.', { cause: error });
  }
}
