import { Button, Group, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import type { Pipeline } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { Panel } from '../../../../components/ui/panel';
import { Tag } from '../../../../components/ui/tag';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useSubmit } from '../../../../lib/use-submit';
import { useRefreshPipelines } from '../../api/pipelines';
import { PipelineActions } from './pipeline-actions';
import classes from './pipeline-editor.module.css';
import { draftOf, type PipelineValues, pipelineValues, removedStages, stageValues } from './pipeline-form';
import { StageMoves } from './stage-moves';
import { StageRow } from './stage-row';

interface PipelineEditorProps {
  /** Absent for a new one. */
  pipeline?: Pipeline;
  onSaved?: () => void;
}

export function PipelineEditor({ pipeline, onSaved }: PipelineEditorProps) {
  const { t } = useTranslation(['settings', 'common']);
  const refresh = useRefreshPipelines();
  const form = useForm<PipelineValues>({
    initialValues: pipelineValues(pipeline, { won: t('pipelines.kind.won'), lost: t('pipelines.kind.lost') }),
    validate: {
      name: isNotEmpty(t('common:form.required')),
      stages: { name: isNotEmpty(t('common:form.required')) },
    },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: (values) => {
      if (!pipeline) return vinculo.pipelines.create(draftOf(values));
      const moves = removedStages(pipeline, values).map(({ stage, takerId }) => [stage.id, takerId]);
      return vinculo.pipelines.update(pipeline, {
        ...draftOf(values),
        stageMoves: Object.fromEntries(moves),
      });
    },
    onDone: async () => {
      notifySuccess(t('common:form.saved'));
      onSaved?.();
      await refresh();
    },
  });
  const { stages } = form.values;
  const lastOpen = stages.findLastIndex(({ kind }) => kind === 'open');

  return (
    <Panel
      title={pipeline?.name ?? t('pipelines.new')}
      action={pipeline && !pipeline.isDefault ? <PipelineActions pipeline={pipeline} /> : null}
      meta={pipeline?.isDefault ? <Tag color="indigo">{t('pipelines.default')}</Tag> : null}
    >
      <form onSubmit={onSubmit} noValidate className={classes.form}>
        <FormProblem problem={problem} />
        <TextInput
          label={t('pipelines.name')}
          className={classes.name}
          autoFocus={!pipeline}
          {...form.getInputProps('name')}
        />
        <div className={classes.stages}>
          <div className={classes.head} aria-hidden>
            <span />
            <span>{t('pipelines.stage')}</span>
            <span>{t('pipelines.outcome')}</span>
            <span>{t('pipelines.probability')}</span>
            <span>{t('pipelines.rotting')}</span>
          </div>
          <ol className={classes.list}>
            {stages.map((stage, index) => (
              <StageRow key={stage.key} form={form} index={index} count={stages.length} />
            ))}
          </ol>
        </div>
        <StageMoves pipeline={pipeline} form={form} />
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => form.insertListItem('stages', stageValues(), lastOpen + 1)}
          >
            {t('pipelines.addStage')}
          </Button>
          <Group gap="xs">
            {pipeline ? null : (
              <Button variant="default" onClick={onSaved}>
                {t('common:action.cancel')}
              </Button>
            )}
            <Button type="submit" loading={isPending} disabled={!form.isDirty()}>
              {t('common:action.save')}
            </Button>
          </Group>
        </Group>
      </form>
    </Panel>
  );
}
