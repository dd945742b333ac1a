import type { PipelineDraft } from '@vinculo/client/resources/sales';
import type { Pipeline, Stage } from '@vinculo/client/types';

/** A stage as the form holds it: a number field that is being typed in may hold text. */
export interface StageValues {
  /** Empty for a stage that isn't saved yet. */
  id: string;
  /** Tells rows apart while they move. */
  key: string;
  name: string;
  kind: Stage['kind'];
  probability: number | string;
  rottingDays: number | string;
}

export interface PipelineValues extends Record<string, unknown> {
  name: string;
  stages: StageValues[];
  /** For each removed stage, the stage that takes its opportunities. */
  stageMoves: Record<string, string>;
}

let lastKey = 0;

export function stageValues(stage: Partial<Stage> = {}): StageValues {
  lastKey += 1;
  return {
    id: stage.id ?? '',
    key: `stage-${lastKey}`,
    name: stage.name ?? '',
    kind: stage.kind ?? 'open',
    probability: stage.probability ?? 50,
    rottingDays: stage.rottingDays ?? '',
  };
}

export function pipelineValues(
  pipeline: Pipeline | undefined,
  names: { won: string; lost: string },
): PipelineValues {
  const stages = pipeline?.stages ?? [
    {},
    { name: names.won, kind: 'won' as const, probability: 100 },
    { name: names.lost, kind: 'lost' as const, probability: 0 },
  ];
  return { name: pipeline?.name ?? '', stages: stages.map((stage) => stageValues(stage)), stageMoves: {} };
}

/** Won is certain and lost is hopeless, and neither rots, whatever the fields said before. */
export function draftOf({ name, stages }: PipelineValues): PipelineDraft {
  return {
    name,
    stages: stages.map(({ id, name: stageName, kind, probability, rottingDays }) => ({
      ...(id ? { id } : {}),
      name: stageName,
      kind,
      probability: kind === 'won' ? 100 : kind === 'lost' ? 0 : Number(probability),
      ...(kind === 'open' && rottingDays !== '' ? { rottingDays: Number(rottingDays) } : {}),
    })),
  };
}

/** The saved stages that the form no longer has, and where their opportunities will go. */
export function removedStages(pipeline: Pipeline | undefined, { stages, stageMoves }: PipelineValues) {
  const kept = stages.filter(({ id }) => id !== '');
  return (pipeline?.stages ?? [])
    .filter(({ id }) => !kept.some((stage) => stage.id === id))
    .map((stage) => {
      const chosen = kept.find(({ id }) => id === stageMoves[stage.id]);
      const taker = chosen ?? kept.find(({ kind }) => kind === stage.kind) ?? kept[0];
      return { stage, takerId: taker?.id ?? '', choices: kept };
    });
}
