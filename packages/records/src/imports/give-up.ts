import type { TenantContext } from '@vinculo/platform/context';
import type { Catalogue } from '../types/catalogue';
import type { ImportJob } from './events';
import type { ImportItem } from './items';
import type { JobMessage, SliceMessage } from './messages';
import { findImport } from './repository';
import { failImport, leaveOpen } from './run/fail-import';
import type { ImportStatus } from './schema';

/** What an import is doing while a job of it is queued, and what people read when the job never got through. */
const JOBS: Record<ImportJob, { status: ImportStatus; failure: NonNullable<ImportItem['failure']> }> = {
  check: {
    status: 'checking',
    failure: {
      code: 'import.check_gave_up',
      detail: 'The file could not be checked, although we tried several times. Nothing was imported.',
    },
  },
  start: {
    status: 'running',
    failure: {
      code: 'import.run_gave_up',
      detail:
        'The import did not get through, although we tried several times. What it wrote until then is kept.',
    },
  },
  undo: {
    status: 'undoing',
    failure: {
      code: 'import.undo_gave_up',
      detail:
        'Not everything could be taken back, although we tried several times. Undo the import once more.',
    },
  },
};

/** Ends an import whose job failed for the last time: nothing works on it any more, and nobody should wait for it. */
export async function giveUpJob(ctx: TenantContext, { importId, job }: JobMessage): Promise<void> {
  const item = await findImport(ctx, importId);
  if (item?.status === JOBS[job].status) await failImport(ctx, item, JOBS[job].failure);
}

/** The same for a slice. Others that run stop soon, and all keep what they wrote. */
export async function giveUpSlice(
  ctx: TenantContext,
  catalogue: Catalogue,
  { importId, slice, isUndo = false }: SliceMessage,
): Promise<void> {
  await giveUpJob(ctx, { importId, job: isUndo ? 'undo' : 'start' });
  const item = await findImport(ctx, importId);
  if (item?.status === 'failed' && !isUndo) await leaveOpen(ctx, catalogue, item, slice);
}
