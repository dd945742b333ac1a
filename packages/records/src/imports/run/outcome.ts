import type { Item } from '@vinculo/platform/table/writes';
import type { RecordValues } from '../../types/record-type';
import type { RowIssue } from '../cells/parse-row';
import type { SkipReason } from './intent';

export interface Created {
  is: 'created';
  row: number;
  id: string;
}

export interface Updated {
  is: 'updated';
  row: number;
  id: string;
  /** The fields that changed as they were, `null` for none: with the stamp, all that an undo needs. */
  before: RecordValues;
  stamp: { updatedAt: string; updatedBy: string };
  /** The record as the import left it: anything else means that somebody changed it since. */
  fingerprint: string;
}

export interface Skipped {
  is: 'skipped';
  row: number;
  reason: SkipReason;
  id?: string;
}

export interface Failed {
  is: 'failed';
  row: number;
  issues: RowIssue[];
}

/** What became of a row. */
export type Outcome = Created | Updated | Skipped | Failed;

/**
 * What one transaction of an import did: it rides in that transaction, so it is there exactly when the records are, and
 * a slice that runs again goes on after it.
 */
export interface ChunkItem extends Item {
  kind: 'import-chunk';
  /** The last row that this chunk settled; the next chunk begins after it. */
  last: number;
  /** Rows that were created, as `2-48,50`: most rows are, and their ids follow from their numbers. */
  created: string;
  others: Exclude<Outcome, Created>[];
  /** Records that rows named and that did not exist: type and id. */
  missing: Array<[type: string, id: string]>;
  /** How many of its changes have been taken back. */
  undone: number;
  expiresAt: number;
}

/** The fields that rows changed in records that were there before. */
export function changedFields(changes: ReadonlyArray<{ is: string; before?: RecordValues }>): string[] {
  return [...new Set(changes.flatMap(({ before = {} }) => Object.keys(before)))];
}

/** Packs ascending numbers into ranges. */
export function toRanges(rows: readonly number[]): string {
  const ranges: string[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (rows[end + 1] === (rows[end] ?? 0) + 1) end++;
    ranges.push(start === end ? `${rows[start]}` : `${rows[start]}-${rows[end]}`);
    start = end + 1;
  }
  return ranges.join(',');
}

export function fromRanges(ranges: string): number[] {
  if (ranges === '') return [];
  return ranges.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  });
}

/** The outcomes of a chunk in the order of the rows. */
export function outcomesOf(chunk: ChunkItem, idOfRow: (row: number) => string): Outcome[] {
  const created = fromRanges(chunk.created).map((row): Created => ({ is: 'created', row, id: idOfRow(row) }));
  return [...created, ...chunk.others].sort((left, right) => left.row - right.row);
}
