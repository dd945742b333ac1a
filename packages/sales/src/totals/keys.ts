import type { Key } from '@vinculo/platform/table/writes';
import type { Group } from './row';

export type TotalKey = Key;

/** Where a contribution is counted: the partition by the tenant's size, the lane within it. */
interface Counter {
  pipelineId: string;
  shard: number;
  lane: number;
}

export const totalsPartition = (pipelineId: string, shard: number): string => `totals#${pipelineId}#${shard}`;

export const STAGE_TOTALS = 'stage#';

export function stageKey(counter: Counter, stageId: string, group: Group): TotalKey {
  return keyOf(counter, `${STAGE_TOTALS}${stageId}`, group);
}

export function monthKey(counter: Counter, month: string, group: Group): TotalKey {
  return keyOf(counter, monthTotals(month), group);
}

export const monthTotals = (month: string): string => `month#${month}`;

function keyOf({ pipelineId, shard, lane }: Counter, what: string, group: Group): TotalKey {
  const { status, currency = '-', closedCurrency = '-' } = group;
  return {
    pk: totalsPartition(pipelineId, shard),
    sk: [what, status, currency, closedCurrency, lane].join('#'),
  };
}
