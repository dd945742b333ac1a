import type { RowIssue } from '../cells/parse-row';
import type { SourceRow } from '../reading/row-file';
import { createKeyTable } from '../resolve/key-table';
import { findByUniqueValues, findInList, matchKeys, matchKindOf } from '../resolve/match-by';
import type { ResolvedRow } from '../resolve/resolved-row';
import { type Fixes, type Job, parseFixed } from '../run/job';
import { validate } from '../run/validate';

export interface InvalidRow {
  row: number;
  cells: Record<string, string>;
  changed: Record<string, string>;
  issues: RowIssue[];
}

/** What a check finds out about a file, group by group. */
export function createRowCounter(job: Job) {
  const { ctx, model, item } = job;
  const { matchBy, mode } = item.settings;
  const kind = matchBy === null ? undefined : matchKindOf(model.type, matchBy);
  const keys = createKeyTable();
  const counts = { rows: 0, valid: 0, invalid: 0, duplicates: 0, matches: 0 };

  /** Counts a group and returns its invalid rows. */
  async function count(group: readonly SourceRow[], fixes: Fixes): Promise<InvalidRow[]> {
    const parsed = group.map((row) => parseFixed(job, row, fixes)).filter(({ isSkipped }) => !isSkipped);
    const rows = await job.resolver.resolve(parsed);
    const matched = kind === 'unique' && matchBy ? await findMatches(rows, matchBy) : undefined;
    const invalid: InvalidRow[] = [];
    counts.rows += group.length;
    for (const [position, row] of rows.entries()) {
      const own = matchKeys(row, matchBy);
      const isMatch = kind === 'id' ? row.id !== undefined : own.some((key) => matched?.has(key));
      if (isMatch) counts.matches++;
      const checked = validate(
        job,
        row,
        mode === 'update' || (isMatch && mode === 'upsert') ? 'patch' : 'create',
      );
      if ('issues' in checked) {
        const changed = fixes.get(row.row)?.cells ?? {};
        const cells = { ...cellsByKey(job, parsed[position]?.cells ?? []), ...changed };
        invalid.push({ row: row.row, cells, changed, issues: checked.issues });
        continue;
      }
      counts.valid++;
      if (own.map((key) => keys.add(key, row.row)).some((first) => first !== row.row)) counts.duplicates++;
    }
    counts.invalid += invalid.length;
    return invalid;
  }

  async function findMatches(rows: readonly ResolvedRow[], field: string): Promise<Map<string, string>> {
    return findByUniqueValues(
      ctx,
      model.type,
      field,
      rows.flatMap((row) => matchKeys(row, field)),
      { consistent: false },
    );
  }

  /** The counts when every group has been seen. */
  async function finish(): Promise<typeof counts> {
    if (kind !== 'listed' || !matchBy) return counts;
    const rows = new Set<number>();
    await findInList(ctx, model.type, matchBy, (key) => {
      const row = keys.find(key);
      if (row !== undefined) rows.add(row);
    });
    return { ...counts, matches: rows.size };
  }

  return { count, finish };
}

/** Longer cells are cut for people to look at, since a table item must stay small. */
const MOST_CHARACTERS = 60_000;
const SHORT = 500;

/** The cells of a row that are mapped, by the key of their target. */
function cellsByKey({ item }: Job, cells: readonly string[]): Record<string, string> {
  const total = cells.reduce((sum, cell) => sum + cell.length, 0);
  const shown = (cell: string) => (total > MOST_CHARACTERS ? cell.slice(0, SHORT) : cell);
  const entries = item.settings.mapping.flatMap(({ field }, position) =>
    field === null ? [] : [[field, shown(cells[position] ?? '')]],
  );
  return Object.fromEntries(entries);
}
