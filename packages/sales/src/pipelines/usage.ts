import type { TenantContext } from '@vinculo/platform/context';
import type { CardItem } from '@vinculo/records/records/item';
import { lookupPartition } from '@vinculo/records/records/keys';
import { opportunityType } from '../opportunities/type';

const partition = (stageId: string) => lookupPartition(opportunityType, 'stageId', stageId);

/** Whether a live opportunity is in the stage, whoever may see it. */
export async function hasOpportunities(ctx: TenantContext, stageId: string): Promise<boolean> {
  const { items } = await ctx.table.query({ pk: partition(stageId), index: 'gsi3', limit: 1 });
  return items.length > 0;
}

/** The live opportunities of a stage, as list indexes carry them. */
export function cardsIn(ctx: TenantContext, stageId: string): AsyncGenerator<CardItem & { sk: string }> {
  return ctx.table.queryAll({ pk: partition(stageId), index: 'gsi3', limit: 200 });
}
