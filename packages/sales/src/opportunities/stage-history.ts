import type { UserContext } from '@vinculo/identity/access/user-context';
import { ForbiddenError } from '@vinculo/platform/errors';
import type { Item } from '@vinculo/platform/table/writes';
import { getRecord } from '@vinculo/records/records/service';
import * as z from 'zod';
import { opportunityModel } from '../catalogue';
import { type Opportunity, toOpportunity } from './opportunity';
import type { StageVisit } from './schema';
import { hides } from './visible';

/** A part of `opportunity.stage_changed`; everything else in the event log is skipped. */
const stageChangedSchema = z.object({
  event: z.object({
    type: z.literal('opportunity.stage_changed'),
    data: z.object({
      from: z.string(),
      to: z.string(),
      enteredAt: z.iso.datetime(),
      msInPreviousStage: z.number(),
    }),
  }),
});
type StageChange = z.infer<typeof stageChangedSchema>['event']['data'];

/** How long an opportunity has been in each stage, oldest first; the last one is where it is. */
export async function stageHistory(ctx: UserContext, id: string): Promise<StageVisit[]> {
  const opportunity = toOpportunity(await getRecord(ctx, opportunityModel, id));
  if (hides(ctx, 'stageId') || hides(ctx, 'stageEnteredAt')) throw new ForbiddenError();
  const changes: StageChange[] = [];
  for await (const item of ctx.table.queryAll<Item>({ pk: id, sk: { beginsWith: 'event#' } })) {
    const { data } = stageChangedSchema.safeParse(item);
    if (data) changes.push(data.event.data);
  }
  return visitsOf(opportunity, changes, ctx.clock.now());
}

export function visitsOf(
  opportunity: Pick<Opportunity, 'stageId' | 'stageEnteredAt'>,
  changes: readonly StageChange[],
  now: Date,
): StageVisit[] {
  const inOrder = changes.toSorted((one, other) => one.enteredAt.localeCompare(other.enteredAt));
  const left = inOrder.map(({ from, enteredAt: leftAt, msInPreviousStage: ms }) => ({
    stageId: from,
    enteredAt: new Date(Date.parse(leftAt) - ms).toISOString(),
    leftAt,
    ms,
  }));
  const { stageId, stageEnteredAt: enteredAt } = opportunity;
  if (stageId === undefined || enteredAt === undefined) return left;
  return [...left, { stageId, enteredAt, ms: Math.max(0, now.getTime() - Date.parse(enteredAt)) }];
}
