import type { Pipeline, RecordData, Stage } from '@vinculo/client/types';

const DAY_MS = 86_400_000;

export function stageOf(pipelines: readonly Pipeline[], stageId: unknown): Stage | undefined {
  return pipelines.flatMap(({ stages }) => stages).find(({ id }) => id === stageId);
}

/** Whole days that an opportunity has spent in its stage. */
export function daysInStage(opportunity: RecordData, now = Date.now()): number {
  const since = opportunity.stageEnteredAt ?? opportunity.createdAt;
  return Math.max(0, Math.floor((now - new Date(String(since)).getTime()) / DAY_MS));
}

/** True if it has been in its stage for longer than the stage allows. */
export function isRotting(opportunity: RecordData, stage: Stage | undefined, now = Date.now()): boolean {
  return !!stage?.rottingDays && stage.kind === 'open' && daysInStage(opportunity, now) > stage.rottingDays;
}
