import { Readable } from 'node:stream';
import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Catalogue } from '../../types/catalogue';
import { importEnded } from '../events';
import type { ImportItem, InvalidRowItem, LayoutItem } from '../items';
import { importKey, invalidRowKey, layoutKey, objects } from '../keys';
import { inGroups, toLine } from '../reading/row-file';
import { sourceRows } from '../reading/source-rows';
import { changeImport, keptUntil } from '../repository';
import { openJob, readFixes } from '../run/job';
import { createRowCounter, type InvalidRow } from './count-rows';

/** Rows of a slice: what one message works off, in about a second. */
export const SLICE_ROWS = 1_000;
/** More invalid rows than this are no work for people: something about the mapping is wrong. */
const MOST_INVALID_KEPT = 10_000;
const PROGRESS_EVERY_MS = 1_500;

/**
 * Reads the whole file once: writes its rows in one form for the slices, notes where each slice begins, keeps the rows
 * that can't be taken for people to fix, and counts. Memory stays flat, whatever the file's size (P6). It may run
 * twice: everything it stores carries the number of the check.
 */
export async function runCheck(ctx: UserContext, catalogue: Catalogue, item: ImportItem): Promise<void> {
  const job = openJob(ctx, catalogue, item);
  const counter = createRowCounter(job);
  const progress = createProgress(ctx, item);
  const offsets = [0];
  let kept = 0;

  async function* normalised(): AsyncGenerator<Buffer> {
    for await (const group of inGroups(sourceRows(ctx, item, progress.add), SLICE_ROWS)) {
      const fixes = await readFixes(job, group[0]?.row ?? 0, group.at(-1)?.row ?? 0);
      const invalid = await counter.count(group, fixes);
      await keepInvalid(ctx, item, invalid.slice(0, MOST_INVALID_KEPT - kept));
      kept += Math.min(invalid.length, MOST_INVALID_KEPT - kept);
      await progress.save();
      const lines = Buffer.from(group.map(toLine).join(''));
      offsets.push((offsets.at(-1) ?? 0) + lines.length);
      yield lines;
    }
  }

  const body = Readable.from(normalised(), { objectMode: true, highWaterMark: 1 });
  await ctx.ports.objects.put(ctx.tenantId, objects.rows(item.sk), body, 'application/x-ndjson');
  const counts = await counter.finish();
  const layout: LayoutItem = {
    ...layoutKey(item.sk),
    kind: 'import-layout',
    check: item.check,
    offsets,
    planned: [],
    isOrdered: false,
    expiresAt: keptUntil(ctx),
  };
  const set = {
    status: 'checked' as const,
    slices: offsets.length - 1,
    checkedBytes: item.fileSize,
    ...counts,
  };
  const event = importEnded({ ...item, ...set }, 'checked');
  await changeImport(ctx, item, { set, event, writes: [{ put: layout }] });
}

async function keepInvalid(ctx: UserContext, item: ImportItem, rows: InvalidRow[]): Promise<void> {
  const puts = rows.map(({ row, cells, changed, issues }) => {
    const put: InvalidRowItem = {
      ...invalidRowKey(item.sk, item.check, row),
      kind: 'import-row',
      row,
      cells,
      changed,
      errors: issues.slice(0, 20),
      state: 'invalid',
      expiresAt: keptUntil(ctx),
    };
    return { put };
  });
  await ctx.table.batchWrite(puts);
}

/** Notes how far the check has come, now and then, without moving the import's version. */
function createProgress(ctx: UserContext, item: ImportItem) {
  let bytes = 0;
  let savedAtMs = ctx.clock.now().getTime();

  async function save(): Promise<void> {
    const nowMs = ctx.clock.now().getTime();
    if (nowMs - savedAtMs < PROGRESS_EVERY_MS) return;
    savedAtMs = nowMs;
    await ctx.table.transact([
      { update: importKey(item.sk), set: { checkedBytes: bytes }, if: { equals: { version: item.version } } },
    ]);
  }

  return {
    add: (count: number) => {
      bytes += count;
    },
    save,
  };
}
