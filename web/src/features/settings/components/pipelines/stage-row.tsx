import { ActionIcon, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './pipeline-editor.module.css';
import type { PipelineValues } from './pipeline-form';

interface StageRowProps {
  form: UseFormReturnType<PipelineValues>;
  index: number;
  count: number;
}

export function StageRow({ form, index, count }: StageRowProps) {
  const { t } = useTranslation('settings');
  const stage = form.values.stages[index];
  if (!stage) return null;
  const name = stage.name || t('pipelines.stageNumber', { number: index + 1 });
  const isOpen = stage.kind === 'open';
  const move = (to: number) => form.reorderListItem('stages', { from: index, to });
  return (
    <li className={classes.row}>
      <span className={classes.move}>
        <ActionIcon
          size="sm"
          disabled={index === 0}
          aria-label={t('pipelines.moveUp', { name })}
          onClick={() => move(index - 1)}
        >
          <IconArrowUp size={15} />
        </ActionIcon>
        <ActionIcon
          size="sm"
          disabled={index === count - 1}
          aria-label={t('pipelines.moveDown', { name })}
          onClick={() => move(index + 1)}
        >
          <IconArrowDown size={15} />
        </ActionIcon>
      </span>
      <TextInput
        aria-label={t('pipelines.stageName', { number: index + 1 })}
        {...form.getInputProps(`stages.${index}.name`)}
      />
      <NativeSelect
        aria-label={t('pipelines.outcomeOf', { name })}
        data={(['open', 'won', 'lost'] as const).map((kind) => ({
          value: kind,
          label: t(`pipelines.kind.${kind}`),
        }))}
        {...form.getInputProps(`stages.${index}.kind`)}
      />
      <NumberInput
        aria-label={t('pipelines.probabilityOf', { name })}
        min={0}
        max={100}
        suffix=" %"
        hideControls
        disabled={!isOpen}
        {...form.getInputProps(`stages.${index}.probability`)}
        {...(isOpen ? {} : { value: stage.kind === 'won' ? 100 : 0 })}
      />
      <NumberInput
        aria-label={t('pipelines.rottingOf', { name })}
        min={1}
        max={3650}
        allowDecimal={false}
        suffix={t('pipelines.days')}
        hideControls
        placeholder={isOpen ? t('pipelines.never') : ''}
        disabled={!isOpen}
        {...form.getInputProps(`stages.${index}.rottingDays`)}
      />
      <ActionIcon
        size="lg"
        aria-label={t('pipelines.removeStage', { name })}
        onClick={() => form.removeListItem('stages', index)}
      >
        <IconTrash size={15} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}
