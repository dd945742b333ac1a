import { text } from 'node:stream/consumers';
import type { UserContext } from '@vinculo/identity/access/user-context';
import type { TenantContext } from '@vinculo/platform/context';
import type { Catalogue } from '../../types/catalogue';
import type { ImportItem, LayoutItem } from '../items';
import { objects } from '../keys';
import { readRows, type SourceRow } from '../reading/row-file';
import { createKeyTable } from '../resolve/key-table';
import { findInList, matchKeys, matchKindOf } from '../resolve/match-by';
import { type Job, openJob, parseFixed, readFixes } from './job';

/** What is known of a slice's rows before it runs. */
export interface SlicePlan {
  /** Rows that repeat the match value of a row above, with that row. */
  duplicates: Array<[row: number, first: number]>;
  /** Rows that are records already, with their ids: only where a list had to be read to know. */
  matches: Array<[row: number, recordId: string]>;
}

/**
 * Finds rows that repeat each other, and those that are records already where no batch read can tell it, after people's
 * fixes and as late as can be. Returns which slices it has something to tell, stored for them.
 */
export async function planSlices(
  ctx: UserContext,
  catalogue: Catalogue,
  item: ImportItem,
  layout: LayoutItem,
): Promise<Pick<LayoutItem, 'planned' | 'isOrdered'>> {
  const { matchBy } = item.settings;
  if (matchBy === null) return { planned: [], isOrdered: false };
  const job = openJob(ctx, catalogue, item);
  const keys = createKeyTable();
  const plans = new Map<number, SlicePlan>();
  const lastRows: number[] = [];
  const planOf = (slice: number): SlicePlan => {
    const plan = plans.get(slice) ?? { duplicates: [], matches: [] };
    plans.set(slice, plan);
    return plan;
  };

  let isOrdered = false;
  for (let slice = 0; slice < item.slices; slice++) {
    const rows = await readSlice(job, layout, slice);
    lastRows.push(rows.at(-1)?.row ?? 0);
    for (const row of await parsedRows(job, rows)) {
      const first = Math.min(...matchKeys(row, matchBy).map((key) => keys.add(key, row.row)));
      if (first >= row.row) continue;
      isOrdered = true;
      planOf(slice).duplicates.push([row.row, first]);
    }
  }
  if (matchKindOf(job.model.type, matchBy) === 'listed') {
    const matchOf = new Map<number, string>();
    await findInList(ctx, job.model.type, matchBy, (key, recordId) => {
      const row = keys.find(key);
      if (row === undefined) return;
      matchOf.set(row, recordId);
      planOf(lastRows.findIndex((last) => last >= row)).matches.push([row, recordId]);
    });
    for (const { duplicates, matches } of plans.values()) {
      for (const [row, first] of duplicates) {
        const recordId = matchOf.get(first);
        if (recordId !== undefined) matches.push([row, recordId]);
      }
    }
  }
  for (const [slice, plan] of plans) {
    const name = objects.plan(item.sk, slice);
    await ctx.ports.objects.put(ctx.tenantId, name, JSON.stringify(plan), 'application/json');
  }
  return { planned: [...plans.keys()], isOrdered };
}

export async function readPlan(
  { ctx, item }: Job,
  { planned }: LayoutItem,
  slice: number,
): Promise<{ firstOf: Map<number, number>; matchOf: Map<number, string> }> {
  if (!planned.includes(slice)) return { firstOf: new Map(), matchOf: new Map() };
  const stored = await text(await ctx.ports.objects.read(ctx.tenantId, objects.plan(item.sk, slice)));
  const { duplicates, matches } = JSON.parse(stored) as SlicePlan;
  // A record with two values of one row is told of twice.
  return { firstOf: new Map(duplicates), matchOf: new Map(matches) };
}

export async function readSlice(
  { ctx, item }: { ctx: TenantContext; item: ImportItem },
  { offsets }: LayoutItem,
  slice: number,
): Promise<SourceRow[]> {
  const [start = 0, end = 0] = offsets.slice(slice, slice + 2);
  const rows: SourceRow[] = [];
  for await (const row of readRows(ctx, item.sk, { start, end })) rows.push(row);
  return rows;
}

async function parsedRows(job: Job, rows: SourceRow[]) {
  const fixes = await readFixes(job, rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0);
  return rows
    .map((row) => parseFixed(job, row, fixes))
    .filter(({ isSkipped, issues }) => !isSkipped && issues.length === 0);
}
