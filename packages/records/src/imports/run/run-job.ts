import { actingAs } from '@vinculo/identity/access/acting-as';
import type { TenantContext } from '@vinculo/platform/context';
import { AppError, ConflictError } from '@vinculo/platform/errors';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Catalogue } from '../../types/catalogue';
import { runCheck } from '../check/run-check';
import type { ImportItem } from '../items';
import { layoutKey, sliceKey, undoneKey } from '../keys';
import type { JobMessage } from '../messages';
import { readImport, readLayout } from '../repository';
import { changeUnlessMoved, finishIfComplete, LANES, sendSlice } from './close-slice';
import { planSlices } from './plan';

/**
 * Does what an import waits for, if it still waits: a late copy of the message finds it moved on. Throws for an import
 * that the tenant does not have (T4).
 */
export async function runJob(
  ctx: TenantContext,
  catalogue: Catalogue,
  { importId, job }: JobMessage,
): Promise<void> {
  const item = await readImport(ctx, importId);
  if (job === 'check' && item.status === 'checking') await check(ctx, catalogue, item);
  if (job === 'start' && item.status === 'running') await start(ctx, catalogue, item);
  if (job === 'undo' && item.status === 'undoing') await undo(ctx, item);
}

async function check(ctx: TenantContext, catalogue: Catalogue, item: ImportItem): Promise<void> {
  const user = await actingAs(ctx, item.startedBy ?? item.createdBy);
  if (!user) throw new Error(`Nobody can check import ${item.sk} any more`);
  try {
    await runCheck(user, catalogue, item);
  } catch (error) {
    // Somebody cancelled it or changed its settings meanwhile.
    if (error instanceof ConflictError || error instanceof ConditionFailedError) return;
    if (!(error instanceof AppError)) throw error;
    const { code, message, errors } = error;
    const params = errors[0]?.params;
    const failure = { code, detail: message, ...(params ? { params } : {}) };
    await changeUnlessMoved(ctx, item, { status: 'failed', failure }, 'failed');
  }
}

/** Plans what must be known beforehand and opens the lanes; a second time it opens those that got stuck. */
async function start(ctx: TenantContext, catalogue: Catalogue, item: ImportItem): Promise<void> {
  const user = await actingAs(ctx, item.startedBy ?? item.createdBy);
  if (!user) throw new Error(`Nobody can run import ${item.sk} any more`);
  const layout = await readLayout(ctx, item.sk);
  const plan = await planSlices(user, catalogue, item, layout);
  await ctx.table.transact([{ update: layoutKey(item.sk), set: { ...plan } }]);
  const stride = plan.isOrdered ? 1 : Math.min(LANES, Math.max(1, item.slices));
  for (let lane = 0; lane < stride; lane++) {
    let slice = lane;
    while (slice < item.slices && (await ctx.table.get(sliceKey(item.sk, slice)))) slice += stride;
    if (slice < item.slices) await sendSlice(ctx, { importId: item.sk, slice, stride });
  }
  await finishIfComplete(ctx, item.sk);
}

async function undo(ctx: TenantContext, item: ImportItem): Promise<void> {
  const { isOrdered } = await readLayout(ctx, item.sk);
  const stride = isOrdered ? 1 : Math.min(LANES, Math.max(1, item.slices));
  for (let lane = 0; lane < stride; lane++) {
    let slice = item.slices - 1 - lane;
    while (slice >= 0 && (await ctx.table.get(undoneKey(item.sk, slice)))) slice -= stride;
    if (slice >= 0) await sendSlice(ctx, { importId: item.sk, slice, stride, isUndo: true });
  }
  if (item.slices === 0) await changeUnlessMoved(ctx, item, { status: 'undone' }, 'undone');
}
