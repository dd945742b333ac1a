import { useQueryClient } from '@tanstack/react-query';
import type { BatchOperation, RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../lib/client';
import { notifyError, notifyUndo } from '../../../lib/notify';
import { useCodeText, useProblemText } from '../../../lib/problem-text';
import { changeCached, refreshLists, refreshTimelines } from '../../../lib/records/cache';
import { type BulkChange, type BulkOutcome, runBulk } from './run-bulk';

export interface BulkProgress {
  done: number;
  total: number;
}

const UNDO_CHUNK = 100;

/** Runs a change over the selected records, shows how far it is, says what came of it and offers the way back. */
export function useBulk(info: RecordTypeInfo, onDone: () => void) {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const { describe } = useProblemText();
  const codeText = useCodeText();
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const isCancelled = useRef(false);
  const batch = (operations: BatchOperation[]) => vinculo.records(info.plural).batch(operations);

  async function undo(operations: readonly BatchOperation[]): Promise<void> {
    try {
      for (let start = 0; start < operations.length; start += UNDO_CHUNK) {
        const results = await batch(operations.slice(start, start + UNDO_CHUNK));
        for (const { record } of results)
          if (record) changeCached(client, info.plural, record.id, () => record);
      }
    } catch (error) {
      notifyError(describe(error).title);
    }
    await refreshLists(client, info.plural);
    void refreshTimelines(client);
  }

  function tell(change: BulkChange, outcome: BulkOutcome): void {
    const { done, conflicts, failed } = outcome;
    const text =
      change.kind === 'delete'
        ? t('bulk.deleted', { count: done.length })
        : t('bulk.changed', { count: done.length });
    const [first] = failed;
    const problems = [
      ...(conflicts.length > 0 ? [t('bulk.conflicts', { count: conflicts.length })] : []),
      ...(first
        ? [t('bulk.failed', { count: failed.length, reason: codeText(first.code) ?? first.code })]
        : []),
    ];
    if (problems.length > 0) notifyError(problems.join(' '));
    if (done.length > 0) notifyUndo(text, () => void undo(outcome.undo));
  }

  async function run(records: readonly RecordData[], change: BulkChange): Promise<void> {
    isCancelled.current = false;
    setProgress({ done: 0, total: records.length });
    try {
      const outcome = await runBulk({
        records,
        change,
        batch,
        onProgress: (done) => setProgress({ done, total: records.length }),
        isCancelled: () => isCancelled.current,
      });
      for (const record of [...outcome.done, ...outcome.conflicts]) {
        changeCached(client, info.plural, record.id, () => (isGone(change, outcome, record) ? null : record));
      }
      tell(change, outcome);
      onDone();
      void refreshTimelines(client);
      if (change.kind === 'delete') await refreshLists(client, info.plural);
    } catch (error) {
      notifyError(describe(error).title);
      await refreshLists(client, info.plural);
    } finally {
      setProgress(null);
    }
  }

  return {
    run,
    progress,
    cancel: () => {
      isCancelled.current = true;
    },
  };
}

function isGone(change: BulkChange, outcome: BulkOutcome, record: RecordData): boolean {
  return change.kind === 'delete' && outcome.done.includes(record);
}
