import type { Item } from '@vinculo/platform/table/writes';
import type { ColumnFormat } from './mapping/formats';
import type { Import, ImportCounts, ImportIssue, ImportStatus } from './schema';

/** A column as a mapping names it. */
export interface MappingEntry extends ColumnFormat {
  column: string;
  field: string | null;
}

/** How a file is read and what becomes of its rows. */
export interface ImportSettings {
  encoding: string;
  delimiter: string;
  quote: string;
  isSpaced: boolean;
  hasHeader: boolean;
  mapping: MappingEntry[];
  mode: 'create' | 'update' | 'upsert';
  matchBy: string | null;
  onDuplicate: 'skip' | 'create' | 'update';
  createMissing: boolean;
}

/** Numbers that jobs add to without reading them. */
export interface Tally {
  rows: number;
  valid: number;
  invalid: number;
  duplicates: number;
  matches: number;
  created: number;
  updated: number;
  skipped: number;
  failed: number;
  conflicts: number;
  slicesDone: number;
  slicesUndone: number;
}

/** The attribute that counts what a slice did which a failed import left open, until it is closed. */
export const openTally = (slice: number): string => `${OPEN_TALLY}${slice}`;
const OPEN_TALLY = 'open#';

export const NO_TALLY: Tally = {
  rows: 0,
  valid: 0,
  invalid: 0,
  duplicates: 0,
  matches: 0,
  created: 0,
  updated: 0,
  skipped: 0,
  failed: 0,
  conflicts: 0,
  slicesDone: 0,
  slicesUndone: 0,
};

export interface ImportItem extends Item, Tally {
  kind: 'import';
  /** Moves with every change of settings or status; what jobs count does not move it. */
  version: number;
  recordType: string;
  status: ImportStatus;
  fileId: string;
  fileName: string;
  fileSize: number;
  settings: ImportSettings;
  /** How many cells the widest row of the sample has. */
  width: number;
  /** Counts checks: what one found is stored under its number. */
  check: number;
  /** Counts changes after which a fixed cell may mean another column. */
  fixSet: number;
  slices: number;
  /** Bytes that the running check has read. */
  checkedBytes: number;
  createdAt: string;
  createdBy: string;
  startedAt?: string;
  startedBy?: string;
  /** The language of whoever started it, for its result. */
  locale?: string;
  undoneBy?: string;
  finishedAt?: string;
  failure?: Omit<ImportIssue, 'field'>;
  expiresAt: number;
}

export interface SampleItem extends Item {
  kind: 'import-sample';
  rows: string[][];
}

/** Where the slices of the rows lie in their object. */
export interface LayoutItem extends Item {
  kind: 'import-layout';
  check: number;
  /** The offset of each slice's first byte, and of the end. */
  offsets: number[];
  /** Slices with rows that repeat others or are records already, as far as that was found beforehand. */
  planned: number[];
  /** Rows change what rows above them create, so slices follow one another. */
  isOrdered: boolean;
}

export interface InvalidRowItem extends Item {
  kind: 'import-row';
  row: number;
  /** What is in the mapped columns, by the key of their target, with people's changes. */
  cells: Record<string, string>;
  /** People's changes alone. */
  changed: Record<string, string>;
  errors: ImportIssue[];
  state: 'invalid' | 'valid' | 'skipped';
}

export interface FixItem extends Item {
  kind: 'import-fix';
  row: number;
  cells: Record<string, string>;
  skip: boolean;
}

export interface ConflictItem extends Item {
  kind: 'import-conflict';
  row: number;
  recordId: string;
}

export function toImport(item: ImportItem): Import {
  const { settings } = item;
  return {
    id: item.sk,
    type: item.recordType,
    status: item.status,
    fileName: item.fileName,
    fileSize: item.fileSize,
    encoding: settings.encoding,
    delimiter: settings.delimiter,
    hasHeader: settings.hasHeader,
    mapping: settings.mapping,
    mode: settings.mode,
    matchBy: settings.matchBy,
    onDuplicate: settings.onDuplicate,
    createMissing: settings.createMissing,
    counts: countsOf(item),
    progress: progressOf(item),
    failure: item.failure ?? null,
    createdAt: item.createdAt,
    createdBy: item.createdBy,
    startedAt: item.startedAt ?? null,
    finishedAt: item.finishedAt ?? null,
    hasResult: item.finishedAt !== undefined,
    version: item.version,
  };
}

/** What jobs have counted, with the slices that are still open. */
export function countsOf(item: ImportItem): ImportCounts {
  const open = Object.entries(item)
    .filter(([name]) => name.startsWith(OPEN_TALLY))
    .map(([, tally]) => tally as Partial<Tally>);
  const withOpen = (name: 'created' | 'updated' | 'skipped' | 'failed') =>
    open.reduce((sum, tally) => sum + (tally[name] ?? 0), item[name]);
  const { rows, valid, invalid, duplicates, matches, conflicts } = item;
  return {
    rows,
    valid,
    invalid,
    duplicates,
    matches,
    created: withOpen('created'),
    updated: withOpen('updated'),
    skipped: withOpen('skipped'),
    failed: withOpen('failed'),
    conflicts,
  };
}

function progressOf(item: ImportItem): number {
  const share = (done: number, all: number) => Math.min(1, all === 0 ? 0 : done / all);
  switch (item.status) {
    case 'draft':
      return 0;
    case 'checking':
      return share(item.checkedBytes, item.fileSize);
    case 'running':
    case 'cancelled':
    case 'failed':
      return share(item.slicesDone, item.slices);
    case 'undoing':
      return share(item.slicesUndone, item.slices);
    default:
      return 1;
  }
}
