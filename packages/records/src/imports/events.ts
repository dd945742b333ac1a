import type { NewEvent } from '@vinculo/platform/events/commit';
import { countsOf, type ImportItem } from './items';

/** Asks the job queue for the next step; kept in one transaction with the status that it works in (D4). */
export const JOB_EVENTS = {
  check: 'import.check_requested',
  start: 'import.start_requested',
  undo: 'import.undo_requested',
} as const;
export type ImportJob = keyof typeof JOB_EVENTS;

export function jobRequested(item: ImportItem, job: ImportJob): NewEvent {
  return { type: JOB_EVENTS[job], ...about(item), isAudited: job !== 'check' };
}

/** What people want to hear of: whoever started it is told. */
export function importEnded(
  item: ImportItem,
  what: 'checked' | 'finished' | 'cancelled' | 'undone' | 'failed',
): NewEvent {
  return { type: `import.${what}`, ...about(item), isAudited: what !== 'checked' };
}

/**
 * The records that one transaction of an import created, changed or, with `isUndo`, took back. Consumers look at what is
 * stored, so it means the same to them; `fields` are those that changed in any record that was there before.
 */
export function recordsImported(
  importId: string,
  recordType: string,
  ids: string[],
  { isUndo = false, fields = [] }: { isUndo?: boolean; fields?: string[] } = {},
): NewEvent {
  return {
    type: 'records.imported',
    subject: { type: 'import', id: importId },
    data: {
      recordType,
      importId,
      ids,
      ...(fields.length > 0 ? { fields } : {}),
      ...(isUndo ? { isUndo } : {}),
    },
  };
}

function about(item: ImportItem): Pick<NewEvent, 'subject' | 'data'> {
  const { rows, valid, invalid, created, updated, skipped, failed, conflicts } = countsOf(item);
  return {
    subject: { type: 'import', id: item.sk },
    data: {
      importId: item.sk,
      recordType: item.recordType,
      fileName: item.fileName,
      userId: item.undoneBy ?? item.startedBy ?? item.createdBy,
      counts: { rows, valid, invalid, created, updated, skipped, failed, conflicts },
    },
  };
}
