import type { UserContext } from '@vinculo/identity/access/user-context';
import { AppError } from '@vinculo/platform/errors';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { updateRecord } from '@vinculo/records/records/service';
import * as z from 'zod';
import { opportunityModel } from '../catalogue';
import { readLive, scheduleOne } from '../rotting/schedule-rotting';
import { readPipelines } from './repository';
import { type Stage, stageSchema } from './schema';
import { findPlace, findStage, type Pipelines } from './stages';
import { cardsIn } from './usage';

export const pipelineUpdatedSchema = z.object({
  before: z.array(stageSchema),
  after: z.array(stageSchema),
  removed: z.record(z.string(), z.string()),
});

/**
 * Carries a change of stages to the opportunities in them: out of removed stages, to a new probability where nobody
 * set another, and to a new day of rotting. It compares with what is stored now, so doing it again does nothing.
 */
export async function applyPipelineChange(ctx: UserContext, event: DomainEvent): Promise<void> {
  const { before, after, removed } = pipelineUpdatedSchema.parse(event.data);
  const pipelines = await readPipelines(ctx, ctx.tenant.locale);
  const pipeline = pipelines.all.find(({ sk }) => sk === event.subject.id);
  if (!pipeline) return;
  for (const stageId of Object.keys(removed)) {
    const heir = findStage(pipeline, stageId);
    const left = before.find(({ id }) => id === stageId);
    if (heir) await moveAll(ctx, stageId, heir, left?.name ?? stageId);
  }
  for (const stage of after) {
    const old = before.find(({ id }) => id === stage.id);
    if (!old || stage.kind !== 'open') continue;
    if (old.probability !== stage.probability) await returnToStage(ctx, stage.id);
    if (old.rottingDays !== stage.rottingDays) await reschedule(ctx, stage.id, pipelines);
  }
}

async function moveAll(ctx: UserContext, stageId: string, heir: Stage, leftName: string): Promise<void> {
  // A stage that means loss wants a reason; that its stage went is the only one there is.
  const reason = heir.kind === 'lost' ? { lostReason: leftName } : {};
  for await (const { pk } of cardsIn(ctx, stageId)) {
    await change(ctx, pk, { stageId: heir.id, ...reason });
  }
}

async function returnToStage(ctx: UserContext, stageId: string): Promise<void> {
  for await (const { pk } of cardsIn(ctx, stageId)) {
    const opportunity = await readLive(ctx, pk);
    if (opportunity?.stageId === stageId && !opportunity.isProbabilityManual) {
      await change(ctx, pk, { probability: null });
    }
  }
}

async function reschedule(ctx: UserContext, stageId: string, pipelines: Pipelines): Promise<void> {
  if (!findPlace(pipelines, stageId)) return;
  for await (const { pk } of cardsIn(ctx, stageId)) await scheduleOne(ctx, pk, pipelines);
}

/** What somebody deletes or moves at the same moment is theirs; a conflict is tried again by the queue. */
async function change(ctx: UserContext, id: string, patch: Record<string, unknown>): Promise<void> {
  try {
    await updateRecord(ctx, opportunityModel, id, patch);
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 404) throw error;
  }
}
