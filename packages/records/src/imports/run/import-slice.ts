import { actingAs } from '@vinculo/identity/access/acting-as';
import type { TenantContext } from '@vinculo/platform/context';
import type { Catalogue } from '../../types/catalogue';
import type { ImportItem } from '../items';
import { sliceKey } from '../keys';
import type { SliceMessage } from '../messages';
import { readImport, readLayout } from '../repository';
import { closeSlice, finishIfComplete, sendSlice } from './close-slice';
import { failImport, leaveOpen } from './fail-import';
import { openJob } from './job';
import { readSlice } from './plan';
import { readChunks, runSlice } from './run-slice';

/**
 * Works off one slice of an import and passes its lane on to the next. Only the delivery that closes a slice passes it
 * on, so copies of a message die out; one that finds its slice closed may come after a crash between the two, and passes
 * it on unless the next is closed as well. Throws for an import that the tenant does not have (T4).
 */
export async function importSlice(
  ctx: TenantContext,
  catalogue: Catalogue,
  message: SliceMessage,
): Promise<void> {
  const { importId, slice } = message;
  const item = await readImport(ctx, importId);
  if (slice >= item.slices) return;
  if (await isClosed(ctx, importId, slice)) return passOn(ctx, item, message, true);
  if (item.status !== 'running' && item.status !== 'cancelled') return;

  const user = await actingAs(ctx, item.startedBy ?? item.createdBy);
  if (!user?.access.permissions.includes('records.import')) {
    await failImport(ctx, item, NOT_ALLOWED);
    return leaveOpen(ctx, catalogue, item, slice);
  }
  const job = openJob(user, catalogue, item);
  const layout = await readLayout(ctx, importId);
  const source = await readSlice(job, layout, slice);
  const { end, chunks } =
    item.status === 'running'
      ? await runSlice(job, layout, slice, source)
      : { end: 'cancelled', chunks: await readChunks(job, slice) };
  if (end === 'failed') return leaveOpen(ctx, catalogue, item, slice);
  const isMine = end !== 'closed' && (await closeSlice(job, slice, source, chunks));
  if (isMine) await passOn(ctx, item, message, false);
}

async function passOn(
  ctx: TenantContext,
  item: ImportItem,
  { importId, slice, stride }: SliceMessage,
  isRepeated: boolean,
): Promise<void> {
  const next = slice + stride;
  const isWanted = next < item.slices && item.status === 'running';
  if (isWanted && !(isRepeated && (await isClosed(ctx, importId, next)))) {
    await sendSlice(ctx, { importId, slice: next, stride });
  }
  await finishIfComplete(ctx, importId);
}

async function isClosed(ctx: TenantContext, importId: string, slice: number): Promise<boolean> {
  return (await ctx.table.get(sliceKey(importId, slice))) !== undefined;
}

/** What is written stays, and can be undone (S7). */
const NOT_ALLOWED = {
  code: 'import.not_allowed',
  detail: 'Whoever started the import may not import any more.',
};
