import { actingAs } from '@vinculo/identity/access/acting-as';
import type { TenantContext } from '@vinculo/platform/context';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Catalogue } from '../../types/catalogue';
import type { ImportItem } from '../items';
import { importKey, sliceKey, undoneKey } from '../keys';
import type { SliceMessage } from '../messages';
import { findImport, keptUntil, readImport, readLayout } from '../repository';
import { changeUnlessMoved, closeSlice, sendSlice } from '../run/close-slice';
import { openJob } from '../run/job';
import { readSlice } from '../run/plan';
import { readChunks } from '../run/run-slice';
import { undoChunk } from './undo-chunk';

/**
 * Takes one slice of an import back, its last chunk first, and passes its lane on to the slice before. A slice that a
 * cancelled import left open is closed first, so that no late delivery writes into it. Throws for an import that the
 * tenant does not have (T4).
 */
export async function undoSlice(
  ctx: TenantContext,
  catalogue: Catalogue,
  message: SliceMessage,
): Promise<void> {
  const { importId, slice } = message;
  const item = await readImport(ctx, importId);
  if (item.status !== 'undoing' || slice < 0) return;
  if (await ctx.table.get(undoneKey(importId, slice))) return passOn(ctx, item, message, true);

  const user = await actingAs(ctx, item.undoneBy ?? item.createdBy);
  if (!user?.access.permissions.includes('records.import')) {
    throw new Error(`Nobody may undo import ${importId} any more`);
  }
  const job = openJob(user, catalogue, item);
  if (!(await ctx.table.get(sliceKey(importId, slice)))) {
    const source = await readSlice(job, await readLayout(ctx, importId), slice);
    await closeSlice(job, slice, source, await readChunks(job, slice));
  }
  for (const chunk of (await readChunks(job, slice)).reverse()) await undoChunk(job, catalogue, chunk);
  if (await markUndone(ctx, importId, slice)) await passOn(ctx, item, message, false);
}

async function markUndone(ctx: TenantContext, importId: string, slice: number): Promise<boolean> {
  try {
    await ctx.table.transact([
      {
        put: { ...undoneKey(importId, slice), kind: 'import-undone', expiresAt: keptUntil(ctx) },
        if: 'absent',
      },
      { update: importKey(importId), add: { slicesUndone: 1 } },
    ]);
    return true;
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    return false;
  }
}

async function passOn(
  ctx: TenantContext,
  item: ImportItem,
  { importId, slice, stride }: SliceMessage,
  isRepeated: boolean,
): Promise<void> {
  const next = slice - stride;
  const isDone = isRepeated && (await ctx.table.get(undoneKey(importId, next))) !== undefined;
  if (next >= 0 && !isDone) await sendSlice(ctx, { importId, slice: next, stride, isUndo: true });
  const now = await findImport(ctx, item.sk);
  if (now?.status !== 'undoing' || now.slicesUndone < now.slices) return;
  await changeUnlessMoved(ctx, now, { status: 'undone' }, 'undone');
}
