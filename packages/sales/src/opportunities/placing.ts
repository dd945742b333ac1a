import { refused } from '@vinculo/platform/errors';
import { findEntry, findPlace, type Pipelines, type Place } from '../pipelines/stages';
import type { Opportunity } from './opportunity';

/**
 * Where an opportunity belongs. A stage implies its pipeline; a new pipeline without a stage of it, or neither, leads
 * to where opportunities enter. Throws 422 for a stage or pipeline that does not exist, or a stage of another one.
 */
export function placeOf(pipelines: Pipelines, before: Opportunity | undefined, after: Opportunity): Place {
  const { pipelineId, stageId } = after;
  const changesPipeline = pipelineId !== undefined && pipelineId !== before?.pipelineId;
  const changesStage = stageId !== before?.stageId;
  if (stageId === undefined || (changesPipeline && !changesStage)) return entryOf(pipelines, pipelineId);
  const place = findPlace(pipelines, stageId);
  if (!place) throw refused('/stageId', 'stage.unknown', 'There is no such stage.');
  if (changesPipeline && place.pipeline.sk !== pipelineId) {
    throw refused('/stageId', 'stage.not_in_pipeline', 'This stage belongs to another pipeline.');
  }
  return place;
}

function entryOf(pipelines: Pipelines, pipelineId: string | undefined): Place {
  const entry = findEntry(pipelines, pipelineId);
  if (!entry) throw refused('/pipelineId', 'pipeline.unknown', 'There is no such pipeline.');
  return entry;
}
