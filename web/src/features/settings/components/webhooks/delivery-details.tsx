import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Webhook, WebhookDelivery } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../../components/ui/error-state';
import { RowsSkeleton } from '../../../../components/ui/skeletons';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { deliveryQuery, useRefreshWebhooks } from '../../api/webhooks';
import classes from './delivery-row.module.css';

interface DeliveryDetailsProps {
  webhook: Webhook;
  delivery: WebhookDelivery;
}

/** Both sides of the last attempt, and the button that makes another. */
export function DeliveryDetails({ webhook, delivery }: DeliveryDetailsProps) {
  const { t } = useTranslation('webhooks');
  const onError = useProblemNotice();
  const refresh = useRefreshWebhooks();
  const { data, error, isPending, refetch } = useQuery(deliveryQuery(webhook.id, delivery));
  const replay = useMutation({
    mutationFn: () => vinculo.webhooks.replay(webhook.id, delivery.id),
    onError,
    onSuccess: async () => {
      notifySuccess(t('log.replayed'));
      await refresh();
    },
  });
  if (isPending) return <RowsSkeleton rows={2} />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} compact />;
  const { lastAttempt } = data;
  return (
    <div className={classes.details}>
      <p className={classes.label}>
        {t('log.messageId')} <code>{data.messageId}</code>
      </p>
      <p className={classes.label}>{t('log.request')}</p>
      <pre className={classes.code}>{data.request === null ? t('log.noRequest') : pretty(data.request)}</pre>
      {lastAttempt?.status ? (
        <>
          <p className={classes.label}>
            {t('log.response')} <code>{lastAttempt.status}</code>
          </p>
          <pre className={classes.code}>{lastAttempt.response ?? t('log.noResponse')}</pre>
        </>
      ) : null}
      {webhook.status === 'disabled' ? null : (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={replay.isPending}
          onClick={() => replay.mutate()}
        >
          {t('log.replay')}
        </Button>
      )}
    </div>
  );
}

function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}
