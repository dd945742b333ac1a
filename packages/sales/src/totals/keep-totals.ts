import type { UserContext } from '@vinculo/identity/access/user-context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { project } from '@vinculo/platform/events/projection';
import { fromItem, type RecordItem } from '@vinculo/records/records/item';
import { recordKey } from '@vinculo/records/records/keys';
import { type Opportunity, toOpportunity } from '../opportunities/opportunity';
import { opportunityType } from '../opportunities/type';
import { changeTotals } from './change-totals';
import { contributionsOf } from './contribution';

/** An opportunity that is gone from the table has no version; nothing comes after it. */
const GONE = Number.MAX_SAFE_INTEGER;

/**
 * Makes the kept totals show the opportunities that an event tells of, as they are stored now: so events may come
 * twice, late or in any order (D5, D6, D18).
 */
export async function keepTotals(ctx: UserContext, event: DomainEvent): Promise<void> {
  for (const id of concernedIds(event)) await keepOne(ctx, id);
}

async function keepOne(ctx: UserContext, id: string): Promise<void> {
  const item = await ctx.table.get<RecordItem>(recordKey(id));
  const isCounted = item !== undefined && !item.deletedAt;
  await project(ctx, {
    name: 'totals',
    subjectId: id,
    version: item?.version ?? GONE,
    next: isCounted ? contributionsOf(toOpportunity(fromItem(item)), ctx.tenant.shards) : [],
    change: changeTotals,
  });
}

function concernedIds(event: DomainEvent): string[] {
  const { type, subject, data } = event;
  if (type === 'records.imported') {
    return data.recordType === opportunityType.name && Array.isArray(data.ids) ? data.ids.map(String) : [];
  }
  return subject.type === opportunityType.name && isRelevant(event) ? [subject.id] : [];
}

const COUNTED = [
  'pipelineId',
  'stageId',
  'status',
  'amount',
  'probability',
  'expectedCloseOn',
  'closedOn',
  'closedRate',
  'closedCurrency',
] as const satisfies ReadonlyArray<keyof Opportunity>;

/** Most edits change no total; they cost no read. A move has an `updated` event beside its own. */
function isRelevant({ type, data }: DomainEvent): boolean {
  if (type === 'opportunity.stage_changed') return false;
  const { changes } = data;
  if (type !== 'opportunity.updated' || typeof changes !== 'object' || changes === null) return true;
  return COUNTED.some((field) => field in changes);
}
