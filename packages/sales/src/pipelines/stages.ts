import type { PipelineItem } from './keys';
import type { Stage } from './schema';

/** Every pipeline of a tenant, as rules need them: with the stages that were removed. */
export interface Pipelines {
  readonly all: readonly PipelineItem[];
  readonly defaultId: string;
}

export interface Place {
  pipeline: PipelineItem;
  stage: Stage;
}

/** The place of a stage; for one that was removed, the place of the stage that took its opportunities. */
export function findPlace(pipelines: Pipelines, stageId: string): Place | undefined {
  for (const pipeline of pipelines.all) {
    const stage = findStage(pipeline, stageId);
    if (stage) return { pipeline, stage };
  }
  return undefined;
}

export function findStage(pipeline: PipelineItem, stageId: string): Stage | undefined {
  const found = pipeline.stages.find(({ id }) => id === stageId);
  const heir = pipeline.removed[stageId];
  return found ?? (heir === undefined ? undefined : findStage(pipeline, heir));
}

/** Where opportunities enter a pipeline: the default one when none is named. */
export function findEntry(pipelines: Pipelines, pipelineId = pipelines.defaultId): Place | undefined {
  const pipeline = pipelines.all.find(({ sk }) => sk === pipelineId);
  const stage = pipeline && entryStage(pipeline);
  return pipeline && stage ? { pipeline, stage } : undefined;
}

export function entryStage(pipeline: Pick<PipelineItem, 'stages'>): Stage | undefined {
  return pipeline.stages.find(({ kind }) => kind === 'open') ?? pipeline.stages[0];
}
