import { NativeSelect } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Pipeline } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { type PipelineValues, removedStages } from './pipeline-form';
import classes from './stage-moves.module.css';

interface StageMovesProps {
  pipeline: Pipeline | undefined;
  form: UseFormReturnType<PipelineValues>;
}

/** A stage goes, its opportunities stay: asks where, before anything is saved. */
export function StageMoves({ pipeline, form }: StageMovesProps) {
  const { t } = useTranslation('settings');
  const removed = removedStages(pipeline, form.values);
  if (removed.length === 0) return null;
  return (
    <ul className={classes.list}>
      {removed.map(({ stage, takerId, choices }) => (
        <li key={stage.id}>
          <NativeSelect
            label={t('pipelines.moveTo', { name: stage.name })}
            data={choices.map(({ id, name }) => ({ value: id, label: name }))}
            value={takerId}
            onChange={(event) =>
              form.setFieldValue('stageMoves', {
                ...form.values.stageMoves,
                [stage.id]: event.currentTarget.value,
              })
            }
          />
        </li>
      ))}
    </ul>
  );
}
