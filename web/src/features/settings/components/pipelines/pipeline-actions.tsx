import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Pipeline } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../../components/ui/confirm-button';
import { vinculo } from '../../../../lib/client';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { useRefreshPipelines } from '../../api/pipelines';

/** What can be done with a pipeline that is not the default one. */
export function PipelineActions({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation(['settings', 'common']);
  const onSuccess = useRefreshPipelines();
  const onError = useProblemNotice();
  const makeDefault = useMutation({
    mutationFn: () => vinculo.pipelines.update(pipeline, { isDefault: true }),
    onSuccess,
    onError,
  });
  const remove = useMutation({ mutationFn: () => vinculo.pipelines.delete(pipeline), onSuccess, onError });
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="xs"
        variant="default"
        loading={makeDefault.isPending}
        aria-label={t('pipelines.makeDefaultOf', { name: pipeline.name })}
        onClick={() => makeDefault.mutate()}
      >
        {t('pipelines.makeDefault')}
      </Button>
      <ConfirmButton
        size="xs"
        question={t('pipelines.deleteQuestion', { name: pipeline.name })}
        confirmLabel={t('common:action.delete')}
        loading={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        {t('common:action.delete')}
      </ConfirmButton>
    </Group>
  );
}
