import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Webhook } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { Panel } from '../../../../components/ui/panel';
import { useLabel, useRecordTypes } from '../../../../lib/metadata';
import { useFormat } from '../../../../lib/use-format';
import { rolesQuery } from '../../api/people';
import { webhookQuery } from '../../api/webhooks';
import { DeliveryLog } from './delivery-log';
import { useEventNames } from './event-names';
import { WebhookActions } from './webhook-actions';
import classes from './webhook-page.module.css';
import { WebhookState } from './webhook-state';

export function WebhookPage({ webhookId }: { webhookId: string }) {
  const webhook = useSuspenseQuery(webhookQuery(webhookId)).data;
  return (
    <>
      <PageHeader
        title={webhook.description}
        meta={<WebhookState webhook={webhook} />}
        actions={<WebhookActions webhook={webhook} />}
      />
      <PageBody width="text">
        <Stack gap="md">
          <Notice webhook={webhook} />
          <About webhook={webhook} />
          <DeliveryLog webhook={webhook} />
        </Stack>
      </PageBody>
    </>
  );
}

/** Why nothing, or not everything, arrives. */
function Notice({ webhook: { status, disabled, failingSince } }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const format = useFormat();
  const text =
    (disabled && t(`disabledBy.${disabled.reason}`, { when: format.dateTime(disabled.at) })) ??
    (status === 'paused' ? t('pausedText') : null) ??
    (failingSince && t('failing', { when: format.relative(failingSince) }));
  if (!text) return null;
  return (
    <Alert
      classNames={{ root: classes.warning, icon: classes.strong }}
      icon={<IconAlertTriangle size={18} />}
    >
      {text}
    </Alert>
  );
}

function About({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const format = useFormat();
  const nameOf = useEventNames();
  const label = useLabel();
  const types = useRecordTypes();
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const { url, filters, roleId, previousSecretExpiresAt } = webhook;
  const fieldName = (type: string, field: string) => {
    const info = types.find(({ name }) => type.startsWith(`${name}.`));
    return label(info?.fields[field]?.labels, field);
  };
  return (
    <Panel title={t('about')}>
      <dl className={classes.about}>
        <dt>{t('url')}</dt>
        <dd>
          <code>{url}</code>
        </dd>
        <dt>{t('events')}</dt>
        <dd>
          {filters.map(({ type, fields }) => (
            <div key={type + (fields ?? []).join()}>
              {nameOf(type)}
              {fields ? ` (${fields.map((field) => fieldName(type, field)).join(', ')})` : null}
            </div>
          ))}
        </dd>
        <dt>{t('role')}</dt>
        <dd>{roles.find(({ id }) => id === roleId)?.name ?? roleId}</dd>
      </dl>
      {previousSecretExpiresAt ? (
        <p className={classes.overlap}>
          {t('overlapUntil', { when: format.dateTime(previousSecretExpiresAt) })}
        </p>
      ) : null}
    </Panel>
  );
}
