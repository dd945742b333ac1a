import { Button } from '@mantine/core';
import { IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../components/ui/empty-state';
import { QueryPanel } from '../../../../components/ui/query-panel';
import rows from '../../../../components/ui/row-list.module.css';
import { useFormat } from '../../../../lib/use-format';
import { webhooksQuery } from '../../api/webhooks';
import { WebhookState } from './webhook-state';

export function WebhookList({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation(['webhooks', 'settings']);
  const format = useFormat();
  const query = useQuery(webhooksQuery);
  return (
    <QueryPanel title={t('settings:pages.webhooks')} meta={query.data?.items.length} query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            icon={IconWebhook}
            title={t('none')}
            text={t('noneText')}
            action={<Button onClick={onNew}>{t('new')}</Button>}
            compact
          />
        ) : (
          <ul className={rows.list}>
            {items.map((webhook) => (
              <li key={webhook.id} className={rows.row}>
                <IconWebhook size={18} stroke={1.6} aria-hidden />
                <span className={rows.main}>
                  <Link
                    to="/settings/webhooks/$webhookId"
                    params={{ webhookId: webhook.id }}
                    className={rows.title}
                  >
                    {webhook.description}
                  </Link>
                  <span className={rows.sub}>{webhook.url}</span>
                  {webhook.failingSince ? (
                    <span className={`${rows.sub} ${rows.warning}`}>
                      {t('failing', { when: format.relative(webhook.failingSince) })}
                    </span>
                  ) : null}
                </span>
                <WebhookState webhook={webhook} />
              </li>
            ))}
          </ul>
        )
      }
    </QueryPanel>
  );
}
