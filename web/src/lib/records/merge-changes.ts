import { sameValue } from './same-value';

export type Values = Readonly<Record<string, unknown>>;

/** A field that both sides changed, and not to the same value. */
export interface FieldConflict {
  field: string;
  original: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface Merge {
  /** My changes that touch nothing of theirs: safe to send again on top of what is there now. */
  changes: Record<string, unknown>;
  conflicts: FieldConflict[];
}

/**
 * Compares three states of a record: as I read it, what I changed, and as it is now. What only I changed stays my
 * change; what only they changed is theirs already; what both made the same needs nothing.
 */
export function mergeChanges(base: Values, mine: Values, theirs: Values): Merge {
  const merge: Merge = { changes: {}, conflicts: [] };
  for (const [field, value] of Object.entries(mine)) {
    if (sameValue(value, theirs[field])) continue;
    if (sameValue(base[field], theirs[field])) merge.changes[field] = value;
    else merge.conflicts.push({ field, original: base[field], mine: value, theirs: theirs[field] });
  }
  return merge;
}
