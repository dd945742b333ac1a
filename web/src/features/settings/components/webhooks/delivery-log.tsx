import { Button, NativeSelect } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Webhook, WebhookDelivery } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../components/ui/empty-state';
import { ErrorState } from '../../../../components/ui/error-state';
import { Panel } from '../../../../components/ui/panel';
import rows from '../../../../components/ui/row-list.module.css';
import { RowsSkeleton } from '../../../../components/ui/skeletons';
import { deliveriesQuery } from '../../api/webhooks';
import classes from './delivery-log.module.css';
import { DeliveryRow } from './delivery-row';
import { ReplayFailed } from './replay-failed';
import { SendTest } from './send-test';

const STATUSES = ['pending', 'delivered', 'failed'] as const;

/** What was sent, newest first, and what came of it. */
export function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const [status, setStatus] = useState<WebhookDelivery['status'] | undefined>();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(deliveriesQuery(webhook.id, status));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const isEmpty = data !== undefined && items.length === 0;
  return (
    <Panel title={t('log.title')} meta={t('log.text')} flush>
      <div className={classes.tools}>
        <NativeSelect
          size="xs"
          aria-label={t('log.show')}
          data={[
            { value: '', label: t('log.all') },
            ...STATUSES.map((value) => ({ value, label: t(`log.status.${value}`) })),
          ]}
          value={status ?? ''}
          onChange={(event) => setStatus(STATUSES.find((each) => each === event.currentTarget.value))}
        />
        {webhook.status === 'disabled' ? null : (
          <>
            <SendTest webhookId={webhook.id} />
            <ReplayFailed webhookId={webhook.id} />
          </>
        )}
      </div>
      {isPending ? <RowsSkeleton rows={4} /> : null}
      {error && !data ? <ErrorState error={error} retry={() => void refetch()} compact /> : null}
      {isEmpty ? (
        <EmptyState
          icon={IconSend}
          title={status ? t('log.noneOf') : t('log.none')}
          {...(status ? {} : { text: t('log.noneText') })}
          compact
        />
      ) : null}
      <ul className={rows.list}>
        {items.map((delivery) => (
          <DeliveryRow key={delivery.id} webhook={webhook} delivery={delivery} />
        ))}
      </ul>
      {hasNextPage ? (
        <div className={classes.more}>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('log.more')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
