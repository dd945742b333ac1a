import type { UserContext } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { dateIn } from '@vinculo/records/lists/relative-values';
import type { Change, Companions, NamedValue, RecordBehaviour } from '@vinculo/records/records/behaviour';
import { readPipelines } from '../pipelines/repository';
import { findPlace } from '../pipelines/stages';
import { freezeRate } from './freezing';
import { type Opportunity, toOpportunity } from './opportunity';
import { placeOf } from './placing';
import { settle, stageChanged } from './staging';

const { lostReasonText } = deferred(() => import('../lost-reasons/service'), 'lostReasonText');

export const opportunityBehaviour: RecordBehaviour = { prepare, namedValues };

async function prepare(ctx: UserContext, change: Change): Promise<Companions> {
  if (change.kind === 'delete') return {};
  const after = toOpportunity(change.after);
  // A restored record is checked as a new one: its stage may have gone meanwhile.
  const before = change.kind === 'update' && change.before ? toOpportunity(change.before) : undefined;
  if (before && !concernsStage(before, after)) return {};
  const now = ctx.clock.now();
  const pipelines = await readPipelines(ctx, ctx.tenant.locale);
  if (change.kind === 'restore' && !findPlace(pipelines, after.stageId ?? '')) leaveStage(after);
  const place = placeOf(pipelines, before, after);
  const wasIn = change.before ? toOpportunity(change.before) : undefined;
  settle(wasIn, after, place, { now, today: dateIn(ctx.tenant.timeZone, now) });
  if (after.lostReason !== undefined && after.lostReason !== wasIn?.lostReason) {
    after.lostReason = await lostReasonText(ctx, after.lostReason);
  }
  await freezeRate(ctx, wasIn, after);
  const moved = wasIn && stageChanged(wasIn, after, now);
  return moved ? { events: [moved] } : {};
}

/** Stages and pipelines as people call them, those of the default pipeline first. */
async function namedValues(ctx: UserContext): Promise<Record<string, NamedValue[]>> {
  const { all, defaultId } = await readPipelines(ctx, ctx.tenant.locale);
  const pipelines = all.toSorted(
    (one, other) => Number(other.sk === defaultId) - Number(one.sk === defaultId),
  );
  return {
    pipelineId: pipelines.map(({ sk, name }) => ({ value: sk, name })),
    stageId: pipelines.flatMap(({ stages }) => stages.map(({ id, name }) => ({ value: id, name }))),
  };
}

function leaveStage(opportunity: Opportunity): void {
  delete opportunity.stageId;
  delete opportunity.pipelineId;
}

const STAGED = [
  'pipelineId',
  'stageId',
  'probability',
  'amount',
  'closedOn',
  'lostReason',
] as const satisfies ReadonlyArray<keyof Opportunity>;

/** Most edits touch nothing that stages decide, and cost no further read. */
function concernsStage(before: Opportunity, after: Opportunity): boolean {
  return STAGED.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
