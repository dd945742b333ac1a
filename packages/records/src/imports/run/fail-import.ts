import type { TenantContext } from '@vinculo/platform/context';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Catalogue } from '../../types/catalogue';
import { type ImportItem, openTally } from '../items';
import { importKey, sliceKey } from '../keys';
import { createdId } from '../record-ids';
import { readLayout } from '../repository';
import { changeUnlessMoved, tally } from './close-slice';
import { outcomesOf } from './outcome';
import { readSlice } from './plan';
import { assembleResult, writeResultPart } from './result';
import { readChunks } from './run-slice';

/** Ends an import that can't go on and tells whoever started it. What is written stays, and can be undone. */
export async function failImport(
  ctx: TenantContext,
  item: ImportItem,
  failure: NonNullable<ImportItem['failure']>,
): Promise<void> {
  const hasRun = item.startedAt !== undefined;
  const set: Partial<ImportItem> = {
    status: 'failed',
    failure,
    ...(hasRun ? { finishedAt: ctx.clock.now().toISOString() } : {}),
  };
  await changeUnlessMoved(ctx, item, set, 'failed');
}

/**
 * Lets a failed import show what a slice did until then. The slice stays open, so that a new start goes on in it and
 * counts it when it is closed.
 */
export async function leaveOpen(
  ctx: TenantContext,
  catalogue: Catalogue,
  item: ImportItem,
  slice: number,
): Promise<void> {
  const { idPrefix } = catalogue.model(item.recordType).type;
  const chunks = await readChunks({ ctx, item }, slice);
  const idOfRow = (row: number) => createdId(idPrefix, item.sk, row);
  const outcomes = chunks.flatMap((chunk) => outcomesOf(chunk, idOfRow));
  try {
    await ctx.table.transact([
      { check: sliceKey(item.sk, slice), if: 'absent' },
      {
        update: importKey(item.sk),
        set: { [openTally(slice)]: tally(outcomes) },
        if: { equals: { status: 'failed' } },
      },
    ]);
  } catch (error) {
    // It was closed or started again meanwhile, and will be counted then.
    if (error instanceof ConditionFailedError) return;
    throw error;
  }
  const source = await readSlice({ ctx, item }, await readLayout(ctx, item.sk), slice);
  await writeResultPart(ctx, item, slice, source, outcomes);
  await assembleResult(ctx, item);
}
