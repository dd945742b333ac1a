import type { TenantContext } from '@vinculo/platform/context';
import { ConflictError } from '@vinculo/platform/errors';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import { importEnded } from '../events';
import { type ImportItem, openTally } from '../items';
import { importKey, sliceKey } from '../keys';
import { SLICE_QUEUE, type SliceMessage } from '../messages';
import type { SourceRow } from '../reading/row-file';
import { createdId } from '../record-ids';
import { changeImport, findImport, keptUntil } from '../repository';
import type { Job } from './job';
import { type ChunkItem, type Outcome, outcomesOf } from './outcome';
import { assembleResult, writeResultPart } from './result';

/** Slices that run at once when their order doesn't matter. */
export const LANES = 4;

export async function sendSlice(ctx: TenantContext, message: SliceMessage): Promise<void> {
  await ctx.ports.queues.send(SLICE_QUEUE, { tenantId: ctx.tenantId, body: message });
}

/**
 * Ends a slice: its part of the result, its numbers, once. From here on no chunk of it can be written. False when
 * another delivery has closed it.
 */
export async function closeSlice(
  { ctx, item, model }: Job,
  slice: number,
  source: readonly SourceRow[],
  chunks: readonly ChunkItem[],
): Promise<boolean> {
  const idOfRow = (row: number) => createdId(model.type.idPrefix, item.sk, row);
  const outcomes = chunks.flatMap((chunk) => outcomesOf(chunk, idOfRow));
  await writeResultPart(ctx, item, slice, source, outcomes);
  const close: Write = {
    put: { ...sliceKey(item.sk, slice), kind: 'import-slice', expiresAt: keptUntil(ctx) },
    if: 'absent',
  };
  try {
    await ctx.table.transact([
      close,
      {
        update: importKey(item.sk),
        add: { ...tally(outcomes), slicesDone: 1 },
        remove: [openTally(slice)],
      },
    ]);
    return true;
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    return false;
  }
}

export function tally(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { is } of outcomes) counts[is] = (counts[is] ?? 0) + 1;
  return counts;
}

/** Ends the import when its last slice has ended; whoever comes second finds it done. */
export async function finishIfComplete(ctx: TenantContext, importId: string): Promise<void> {
  const item = await findImport(ctx, importId);
  if (!item) return;
  if (item.status === 'cancelled') return assembleResult(ctx, item);
  if (item.status !== 'running' || item.slicesDone < item.slices) return;
  await assembleResult(ctx, item);
  const set: Partial<ImportItem> = { status: 'done', finishedAt: ctx.clock.now().toISOString() };
  await changeUnlessMoved(ctx, item, set, 'finished');
}

export async function changeUnlessMoved(
  ctx: TenantContext,
  item: ImportItem,
  set: Partial<ImportItem>,
  ended: Parameters<typeof importEnded>[1],
): Promise<void> {
  try {
    await changeImport(ctx, item, { set, event: importEnded({ ...item, ...set }, ended) });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}
