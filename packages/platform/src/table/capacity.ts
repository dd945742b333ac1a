import { itemSize, type WireItem } from './item-size';
import { INDEX_NAMES, type IndexName, PROJECTED_ATTRIBUTES } from './schema';

/**
 * What AWS bills for reads and writes. The local engine's own figures are wrong for transactions, so budgets are
 * checked against these rules: a write unit for each KB begun, a read unit for each 4 KB begun (half of it for an
 * eventually consistent read), transactions twice that, and each index entry that changes as a write of its own.
 */
export type Consistency = 'eventual' | 'strong' | 'transactional';

const READ_FACTOR = { eventual: 0.5, strong: 1, transactional: 2 } as const satisfies Record<
  Consistency,
  number
>;

/** Units to read one item by its key; a key that holds nothing costs as much as the smallest item. */
export function readUnits(item: WireItem | undefined, consistency: Consistency): number {
  return blocks(item ? itemSize(item) : 0, 4096) * READ_FACTOR[consistency];
}

/** Units of one page of a query: the items' sizes together, rounded up once. */
export function queryUnits(items: readonly WireItem[], consistency: Consistency): number {
  const total = items.reduce((sum, item) => sum + itemSize(item), 0);
  return blocks(total, 4096) * READ_FACTOR[consistency];
}

export interface ItemChange {
  before: WireItem | undefined;
  /** `undefined` after a delete. For a condition check, the item as it stays. */
  after: WireItem | undefined;
}

/** Units to write one item, and what its index entries add. Index entries are written once, in transactions too. */
export function writeUnits({ before, after }: ItemChange, isTransactional = false): number {
  const base = Math.max(blocks(sizeOf(before), 1024), blocks(sizeOf(after), 1024));
  const indexes = INDEX_NAMES.reduce((sum, index) => sum + indexUnits(index, { before, after }), 0);
  return base * (isTransactional ? 2 : 1) + indexes;
}

/** A changed index key is a delete and a put; another changed attribute is one write; nothing changed is free. */
function indexUnits(index: IndexName, { before, after }: ItemChange): number {
  const old = entryOf(index, before);
  const next = entryOf(index, after);
  if (!old && !next) return 0;
  if (!old || !next) return blocks(sizeOf(old ?? next), 1024);
  const isMoved = [`${index}pk`, `${index}sk`].some((key) => !isSame(old[key], next[key]));
  if (isMoved) return blocks(sizeOf(old), 1024) + blocks(sizeOf(next), 1024);
  return isSame(old, next) ? 0 : Math.max(blocks(sizeOf(old), 1024), blocks(sizeOf(next), 1024));
}

/** What an index holds of an item: nothing without both of its keys. */
function entryOf(index: IndexName, item: WireItem | undefined): WireItem | undefined {
  const keys = [`${index}pk`, `${index}sk`];
  if (!item || keys.some((key) => item[key] === undefined)) return undefined;
  const names = ['pk', 'sk', ...keys, ...PROJECTED_ATTRIBUTES];
  return Object.fromEntries(
    names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])),
  ) as WireItem;
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function sizeOf(item: WireItem | undefined): number {
  return item ? itemSize(item) : 0;
}

function blocks(size: number, block: number): number {
  return Math.max(1, Math.ceil(size / block));
}
