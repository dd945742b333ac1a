import { useQuery } from '@tanstack/react-query';
import type { Stage } from '@vinculo/client/types';
import { pipelinesQuery } from '../../../lib/workspace';
import { OptionBadge } from './option-badge';

/** How each kind of stage is coloured wherever it is named. */
export function stageColor(stage: Pick<Stage, 'kind'>): string {
  if (stage.kind === 'won') return 'green';
  return stage.kind === 'lost' ? 'red' : 'blue';
}

export function StageValue({ id }: { id: string }) {
  const { data } = useQuery(pipelinesQuery);
  const stage = data?.items.flatMap(({ stages }) => stages).find((candidate) => candidate.id === id);
  return stage ? <OptionBadge label={stage.name} color={stageColor(stage)} /> : null;
}

export function PipelineValue({ id }: { id: string }) {
  const { data } = useQuery(pipelinesQuery);
  return <>{data?.items.find((pipeline) => pipeline.id === id)?.name ?? ''}</>;
}
