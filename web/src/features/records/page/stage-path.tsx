import { IconCheck, IconFlag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { RecordData, RecordTypeInfo, Stage } from '@vinculo/client/types';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../lib/access';
import { vinculo } from '../../../lib/client';
import { notifyError } from '../../../lib/notify';
import { useProblemText } from '../../../lib/problem-text';
import { useSaveRecord } from '../../../lib/records/use-save-record';
import { isRotting } from '../../../lib/rotting';
import { useDuration } from '../../../lib/use-duration';
import { pipelinesQuery } from '../../../lib/workspace';
import classes from './stage-path.module.css';

/** Where a deal is in its pipeline, how long it stayed in each stage, and the way to move it. */
export function StagePath({ info, opportunity }: { info: RecordTypeInfo; opportunity: RecordData }) {
  const { t } = useTranslation('records');
  const access = useAccess();
  const save = useSaveRecord(info);
  const { describe } = useProblemText();
  const { data: pipelines } = useQuery(pipelinesQuery);
  const { data: visits } = useQuery({
    queryKey: ['timeline', 'stages', opportunity.id, opportunity.stageId],
    queryFn: ({ signal }) => vinculo.opportunities.stages(opportunity.id, signal),
  });
  const path = useRef<HTMLOListElement>(null);
  const pipeline = pipelines?.items.find(({ id }) => id === opportunity.pipelineId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the steps are, and how wide, comes from these.
  useLayoutEffect(() => showCurrentStep(path.current), [opportunity.stageId, pipeline, visits]);
  if (!pipeline) return null;
  const position = pipeline.stages.findIndex(({ id }) => id === opportunity.stageId);
  const current = pipeline.stages[position];
  const mayMove = access.canOn('update', opportunity) && access.field(info.name, 'stageId') === 'edit';
  const timeIn = (stageId: string) =>
    (visits?.items ?? []).filter((visit) => visit.stageId === stageId).reduce((sum, { ms }) => sum + ms, 0);

  async function move(stage: Stage): Promise<void> {
    try {
      await save(opportunity, { stageId: stage.id });
    } catch (error) {
      notifyError(describe(error).title);
    }
  }

  return (
    <ol ref={path} className={classes.path} aria-label={t('stage.path', { pipeline: pipeline.name })}>
      {pipeline.stages.map((stage, index) => (
        <StageStep
          key={stage.id}
          stage={stage}
          state={stepState(stage, index, position, current)}
          ms={timeIn(stage.id)}
          isRotten={stage.id === current?.id && isRotting(opportunity, stage)}
          mayMove={mayMove && stage.id !== current?.id}
          onMove={() => void move(stage)}
        />
      ))}
    </ol>
  );
}

/** On a narrow screen the path is wider than its place. */
function showCurrentStep(path: HTMLOListElement | null): void {
  const step = path?.querySelector<HTMLElement>('[aria-current]');
  if (path && step) path.scrollLeft = step.offsetLeft - (path.clientWidth - step.offsetWidth) / 2;
}

const MINUTE_MS = 60_000;

type StepState = 'done' | 'current' | 'ahead' | 'won' | 'lost';

function stepState(stage: Stage, index: number, position: number, current: Stage | undefined): StepState {
  if (index === position) return stage.kind === 'open' ? 'current' : stage.kind;
  if (current?.kind === 'lost') return 'ahead';
  return index < position && stage.kind === 'open' ? 'done' : 'ahead';
}

interface StageStepProps {
  stage: Stage;
  state: StepState;
  ms: number;
  isRotten: boolean;
  mayMove: boolean;
  onMove: () => void;
}

function StageStep({ stage, state, ms, isRotten, mayMove, onMove }: StageStepProps) {
  const { t } = useTranslation('records');
  const duration = useDuration();
  const isHere = state === 'current' || state === 'won' || state === 'lost';
  const time = ms >= MINUTE_MS ? duration(ms, 'narrow') : '';
  const hint = isRotten
    ? t('stage.rotten', { days: stage.rottingDays })
    : t('stage.time', { stage: stage.name, time: ms > 0 ? duration(ms) : '—' });
  return (
    <li
      className={classes.step}
      data-state={state}
      data-rotten={isRotten || undefined}
      aria-current={isHere ? 'step' : undefined}
    >
      <button
        type="button"
        className={classes.button}
        disabled={!mayMove && !isHere}
        onClick={mayMove ? onMove : undefined}
        title={hint}
        aria-label={stepLabel()}
      >
        {state === 'done' ? <IconCheck size={13} aria-hidden /> : null}
        {isRotten ? <IconFlag size={13} aria-hidden /> : null}
        <span className={classes.name}>{stage.name}</span>
        {time ? <span className={classes.time}>{time}</span> : null}
      </button>
    </li>
  );

  function stepLabel(): string {
    const where = isHere
      ? t('stage.here', { stage: stage.name })
      : mayMove
        ? t('stage.moveTo', { stage: stage.name })
        : stage.name;
    return time ? `${where}, ${duration(ms)}` : where;
  }
}
