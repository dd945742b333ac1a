import { fieldAccess } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { AppError } from '@vinculo/platform/errors';
import type { Condition } from '@vinculo/records/lists/condition';
import { readRecords, toReading } from '@vinculo/records/lists/reading';
import { levelOf, visible } from '@vinculo/records/records/reach';
import { type Opportunity, toOpportunity } from './opportunity';
import { opportunityType } from './type';

const PAGE = 500;

/** Kept totals count every opportunity, so they are only for who may read every one of them and what is added up. */
export function mayReadTotals(ctx: UserContext): boolean {
  return levelOf(ctx, opportunityType, 'read') === 'all' && !hides(ctx, 'amount');
}

export function hides(ctx: UserContext, field: keyof Opportunity): boolean {
  return fieldAccess(ctx.access, opportunityType.name, field) === 'hidden';
}

export interface VisibleOpportunities {
  items: Opportunity[];
  /** False when the read budget ended first. */
  isComplete: boolean;
}

/** The opportunities that meet a filter, of those that the actor may read, as far as one request may look. */
export async function visibleOpportunities(
  ctx: UserContext,
  filter: readonly Condition[],
): Promise<VisibleOpportunities> {
  const items: Opportunity[] = [];
  try {
    for await (const { record } of readRecords(
      toReading(ctx, opportunityType, { filter }, PAGE, undefined),
    )) {
      items.push(toOpportunity(visible(ctx, opportunityType, record)));
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'list.too_broad') throw error;
    return { items, isComplete: false };
  }
  return { items, isComplete: true };
}
