import type { Item, Key } from '@vinculo/platform/table/writes';
import type { Condition } from '../lists/condition';
import type { Export } from './schema';

export interface ExportItem extends Item {
  kind: 'export';
  recordType: string;
  filter: Condition[];
  sort?: string;
  /** The words that the list was searched for. */
  q?: string;
  fields: string[];
  /** The language of the header. */
  locale: string;
  status: Export['status'];
  rows: number;
  createdAt: string;
  createdBy: string;
  finishedAt?: string;
  failure?: NonNullable<Export['failure']>;
  expiresAt: number;
}

/** Access pattern: one export by its id. */
export const exportKey = (id: string): Key => ({ pk: id, sk: 'export' });

export const exportObjectName = (id: string): string => `exports/${id}.csv`;

/** How many rows an export is taken for while it runs: it gets near its end without claiming to be there. */
const HALF_WAY_ROWS = 20_000;

export function toExport(item: ExportItem, downloadUrl: string | undefined): Export {
  const { pk: id, recordType: type, status, rows, failure = null, createdAt, finishedAt = null } = item;
  const progress = status === 'done' ? 1 : rows / (rows + HALF_WAY_ROWS);
  const link = downloadUrl ? { downloadUrl } : {};
  return { id, type, status, progress, rows, failure, createdAt, finishedAt, ...link };
}
