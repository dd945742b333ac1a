import type { BatchOperation, BatchResult, RecordData } from '@vinculo/client/types';
import { mergeChanges } from '../../../lib/records/merge-changes';
import { isRecord } from '../../../lib/records/value-shapes';

/** The same change for many records, each written as its own operation. */
export type BulkChange =
  | { kind: 'update'; valuesOf: (record: RecordData) => Record<string, unknown> }
  | { kind: 'delete' };

export interface BulkOutcome {
  /** As they are now; a deleted one as it was. */
  done: RecordData[];
  /** Somebody else changed the same field meanwhile: left as they made it. */
  conflicts: RecordData[];
  /** Refused, with the code of the first reason. */
  failed: { record: RecordData; code: string }[];
  /** What takes it back. */
  undo: BatchOperation[];
}

interface BulkRun {
  records: readonly RecordData[];
  change: BulkChange;
  batch: (operations: BatchOperation[]) => Promise<BatchResult[]>;
  onProgress: (done: number) => void;
  /** Checked between calls; what is done stays done and can be undone. */
  isCancelled: () => boolean;
}

/** Small enough that the progress moves and a cancel is heard. */
const CHUNK = 50;

/** Changes records in batches. A record that changed meanwhile is changed only if the same field did not. */
export async function runBulk({
  records,
  change,
  batch,
  onProgress,
  isCancelled,
}: BulkRun): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], conflicts: [], failed: [], undo: [] };
  for (let start = 0; start < records.length && !isCancelled(); start += CHUNK) {
    const chunk = records.slice(start, start + CHUNK);
    const stale = await runChunk(chunk, change, batch, outcome);
    if (stale.length > 0) await runChunk(stale, change, batch, outcome, chunk);
    onProgress(Math.min(records.length, start + CHUNK));
  }
  return outcome;
}

async function runChunk(
  records: readonly RecordData[],
  change: BulkChange,
  batch: BulkRun['batch'],
  outcome: BulkOutcome,
  /** On the second try: the records as they were read first. */
  bases?: readonly RecordData[],
): Promise<RecordData[]> {
  const stale: RecordData[] = [];
  const results = await batch(records.map((record) => operationFor(record, change)));
  for (const [index, record] of records.entries()) {
    const result = results[index];
    const current = currentIn(result);
    const base = bases?.find(({ id }) => id === record.id) ?? record;
    if (result && result.status < 300) {
      outcome.done.push(result.record ?? record);
      outcome.undo.push(undoOf(base, result.record, change));
    } else if (!current) {
      outcome.failed.push({
        record,
        code: result?.problem?.errors?.[0]?.code ?? result?.problem?.code ?? 'unexpected',
      });
    } else if (bases || touchesSame(record, current, change)) {
      outcome.conflicts.push(current);
    } else {
      stale.push(current);
    }
  }
  return stale;
}

function operationFor(record: RecordData, change: BulkChange): BatchOperation {
  const { id, version } = record;
  if (change.kind === 'delete') return { op: 'delete', id, version };
  return { op: 'update', id, version, data: change.valuesOf(record) };
}

function undoOf(before: RecordData, after: RecordData | undefined, change: BulkChange): BatchOperation {
  if (change.kind === 'delete') return { op: 'restore', id: before.id };
  const fields = Object.keys(change.valuesOf(before));
  const data = Object.fromEntries(fields.map((field) => [field, before[field] ?? null]));
  return { op: 'update', id: before.id, ...(after ? { version: after.version } : {}), data };
}

/** Deleting what somebody has just worked on would lose their work. */
function touchesSame(base: RecordData, current: RecordData, change: BulkChange): boolean {
  if (change.kind === 'delete') return true;
  return mergeChanges(base, change.valuesOf(base), current).conflicts.length > 0;
}

function currentIn(result: BatchResult | undefined): RecordData | undefined {
  const current = result?.status === 412 ? result.problem?.current : undefined;
  return isRecord(current) ? current : undefined;
}
