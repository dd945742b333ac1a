import type { UserContext } from '@vinculo/identity/access/user-context';
import type { SortCondition } from '@vinculo/platform/table/tenant-table';
import type { Item } from '@vinculo/platform/table/writes';
import { monthTotals, STAGE_TOTALS, totalsPartition } from './keys';
import type { Row } from './row';

export interface StageRow extends Row {
  stageId: string;
}

export interface MonthRow extends Row {
  month: string;
}

/** The kept totals of every stage of a pipeline. */
export async function readStageTotals(ctx: UserContext, pipelineId: string): Promise<StageRow[]> {
  return readTotals<StageRow>(ctx, pipelineId, { beginsWith: STAGE_TOTALS });
}

/** The kept totals of the months `first` to `last`, both as YYYY-MM and both included. */
export async function readMonthTotals(
  ctx: UserContext,
  pipelineId: string,
  first: string,
  last: string,
): Promise<MonthRow[]> {
  return readTotals<MonthRow>(ctx, pipelineId, { between: [monthTotals(first), `${monthTotals(last)}~`] });
}

/** One query a shard, at once. */
async function readTotals<R extends Row>(
  ctx: UserContext,
  pipelineId: string,
  sk: SortCondition,
): Promise<R[]> {
  const shards = Array.from({ length: ctx.tenant.shards }, (_, shard) => shard);
  const pages = await Promise.all(
    shards.map(async (shard) => {
      const rows: Array<R & Item> = [];
      const pk = totalsPartition(pipelineId, shard);
      for await (const item of ctx.table.queryAll<R & Item>({ pk, sk })) rows.push(item);
      return rows;
    }),
  );
  return pages.flat().map(withAllSums);
}

/** An addition creates only the sums that it changes; numbers past 2^53 come as bigints. */
function withAllSums<R extends Row>(row: R): R {
  const { count = 0, amountMinor = 0, weightedMinor = 0, closedMinor = 0 } = row;
  return {
    ...row,
    count: Number(count),
    amountMinor: Number(amountMinor),
    weightedMinor: Number(weightedMinor),
    closedMinor: Number(closedMinor),
  };
}
