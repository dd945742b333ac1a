import type { TenantContext } from '../context';
import { ConditionFailedError } from '../table/failures';
import type { Write } from '../table/writes';
import { type Mark, markKey, type Projection, project, writesOf } from './projection';

const MOST_ACTIONS = 100;

/**
 * Does what `project` does for many records: reads their marks together and packs as many as fit into each transaction.
 * A pack that meets a competing delivery is done record by record.
 */
export async function projectAll<S>(ctx: TenantContext, projections: Projection<S>[]): Promise<void> {
  const distinct = [...new Map(projections.map((one) => [one.subjectId, one])).values()];
  const marks = await ctx.table.batchGet<Mark<S>>(distinct.map(markKey), { consistent: true });
  const before = new Map(marks.map((mark) => [mark.pk, mark]));
  const packs = pack(distinct, (one) => writesOf(one, before.get(one.subjectId)));
  // One after another: bulk work leaves the table's throughput to whoever waits for an answer.
  for (const one of packs) await projectPack(ctx, one);
}

interface Pack<S> {
  projections: Projection<S>[];
  writes: Write[];
}

function pack<S>(projections: Projection<S>[], toWrites: (one: Projection<S>) => Write[]): Pack<S>[] {
  const packs: Pack<S>[] = [];
  for (const one of projections) {
    const writes = toWrites(one);
    if (writes.length === 0) continue;
    const last = packs.at(-1);
    if (last && last.writes.length + writes.length <= MOST_ACTIONS) {
      last.projections.push(one);
      last.writes.push(...writes);
    } else packs.push({ projections: [one], writes });
  }
  return packs;
}

async function projectPack<S>(ctx: TenantContext, { projections, writes }: Pack<S>): Promise<void> {
  try {
    await ctx.table.transact(writes);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    for (const one of projections) await project(ctx, one);
  }
}
