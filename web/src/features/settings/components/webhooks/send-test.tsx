import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { useRefreshWebhooks } from '../../api/webhooks';

export function SendTest({ webhookId }: { webhookId: string }) {
  const { t } = useTranslation('webhooks');
  const onError = useProblemNotice();
  const refresh = useRefreshWebhooks();
  const test = useMutation({
    mutationFn: () => vinculo.webhooks.test(webhookId),
    onError,
    onSuccess: async () => {
      notifySuccess(t('tested'));
      await refresh();
    },
  });
  return (
    <Button size="xs" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
      {t('test')}
    </Button>
  );
}
