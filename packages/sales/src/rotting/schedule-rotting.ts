import type { UserContext } from '@vinculo/identity/access/user-context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { fromItem, type RecordItem } from '@vinculo/records/records/item';
import { recordKey } from '@vinculo/records/records/keys';
import { type Opportunity, toOpportunity } from '../opportunities/opportunity';
import { opportunityType } from '../opportunities/type';
import { readPipelines } from '../pipelines/repository';
import { findPlace, type Pipelines } from '../pipelines/stages';
import { rotsAt } from './rotting';

export const ROTTING_TIMER = 'opportunity.rotting';

const timerName = (opportunityId: string): string => `rotting-${opportunityId}`;

/**
 * Sets the timer of an opportunity to when it will rot where it is now, or clears it. What rots already gets none: an
 * import of old deals would otherwise ring for each.
 */
export async function scheduleRotting(ctx: UserContext, event: DomainEvent): Promise<void> {
  const ids = concernedIds(event);
  if (ids.length === 0) return;
  const pipelines = await readPipelines(ctx, ctx.tenant.locale);
  for (const id of ids) await scheduleOne(ctx, id, pipelines);
}

export async function scheduleOne(ctx: UserContext, id: string, pipelines: Pipelines): Promise<void> {
  const { schedules } = ctx.ports;
  const opportunity = await readLive(ctx, id);
  const at = opportunity && rotsAt(opportunity, stageOf(opportunity, pipelines));
  if (!at || at <= ctx.clock.now()) return schedules.clear(ctx.tenantId, timerName(id));
  await schedules.set({
    tenantId: ctx.tenantId,
    name: timerName(id),
    at,
    timer: ROTTING_TIMER,
    subject: { type: opportunityType.name, id },
  });
}

/** The opportunity as it is stored; none when it is in the trash or gone. */
export async function readLive(ctx: UserContext, id: string): Promise<Opportunity | undefined> {
  const item = await ctx.table.get<RecordItem>(recordKey(id));
  return item && !item.deletedAt ? toOpportunity(fromItem(item)) : undefined;
}

export function stageOf({ stageId }: Opportunity, pipelines: Pipelines) {
  return stageId === undefined ? undefined : findPlace(pipelines, stageId)?.stage;
}

function concernedIds({ type, subject, data }: DomainEvent): string[] {
  if (type === 'records.imported') {
    return data.recordType === opportunityType.name && Array.isArray(data.ids) ? data.ids.map(String) : [];
  }
  if (subject.type !== opportunityType.name) return [];
  // A move says so itself; other edits change nothing about rotting.
  return type === 'opportunity.updated' ? [] : [subject.id];
}
