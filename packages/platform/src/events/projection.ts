import type { TenantContext } from '../context';
import { ConditionFailedError } from '../table/failures';
import type { Item, Key, Write } from '../table/writes';

/** What a projection remembers beside its record: the version that it shows, and what it wrote for it. */
export interface Mark<S> extends Item {
  version: number;
  state: S;
}

export interface Projection<S> {
  name: string;
  subjectId: string;
  /** The record's version that `next` was derived from. */
  version: number;
  /** What should be there now. */
  next: S;
  /** The writes that turn what was there (`undefined` at first) into `next`. At most 99. */
  change: (before: S | undefined, next: S) => Write[];
}

/**
 * Makes derived items match a record, whatever the order and number of events that ask for it: the effect and the
 * mark of the version shown ride in one transaction, and an older version changes nothing (D5, D6).
 */
export async function project<S>(ctx: TenantContext, projection: Projection<S>): Promise<void> {
  const writes = writesOf(projection, await ctx.table.get<Mark<S>>(markKey(projection)));
  if (writes.length === 0) return;
  try {
    await ctx.table.transact(writes);
  } catch (error) {
    // Another delivery moved the mark first. Looking again shows whether anything is left to do.
    if (!(error instanceof ConditionFailedError) || !error.failed.includes(0)) throw error;
    await project(ctx, projection);
  }
}

export function markKey({ name, subjectId }: Pick<Projection<unknown>, 'name' | 'subjectId'>): Key {
  return { pk: subjectId, sk: `projection#${name}` };
}

/** The mark's move and the effect; nothing when this version or a later one is shown. */
export function writesOf<S>(projection: Projection<S>, before: Mark<S> | undefined): Write[] {
  if (before && before.version >= projection.version) return [];
  const effect = projection.change(before?.state, projection.next);
  // The mark moves even when nothing else does: else a late delivery of a version between could still show itself.
  const mark: Mark<S> = {
    ...markKey(projection),
    kind: 'projection',
    version: projection.version,
    state: projection.next,
  };
  return [{ put: mark, if: before ? { equals: { version: before.version } } : 'absent' }, ...effect];
}
