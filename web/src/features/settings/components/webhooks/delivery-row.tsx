import type { Webhook, WebhookDelivery } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import rows from '../../../../components/ui/row-list.module.css';
import { Tag } from '../../../../components/ui/tag';
import { useFormat } from '../../../../lib/use-format';
import { DeliveryDetails } from './delivery-details';
import classes from './delivery-row.module.css';
import { useEventNames } from './event-names';

const COLORS = { pending: 'orange', delivered: 'green', failed: 'red' } as const;

interface DeliveryRowProps {
  webhook: Webhook;
  delivery: WebhookDelivery;
}

export function DeliveryRow({ webhook, delivery }: DeliveryRowProps) {
  const { t } = useTranslation('webhooks');
  const format = useFormat();
  const nameOf = useEventNames();
  const outcome = useOutcome(delivery);
  const [isOpen, setOpen] = useState(false);
  const { eventType, at, status, attempts, nextAttemptAt } = delivery;
  const isWaiting = status === 'pending' && nextAttemptAt !== null && webhook.status === 'active';
  const name = eventType === 'webhook.test' ? t('test') : nameOf(eventType);
  return (
    <li className={classes.item}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={classes.summary}>
          <span className={rows.main}>
            <span className={classes.name}>{name}</span>
            <span className={classes.sub}>
              <time dateTime={at}>{format.dateTime(at)}</time>
              {attempts > 0 ? ` · ${t('log.attempts', { count: attempts })}` : null}
              {outcome ? ` · ${outcome}` : null}
              {isWaiting ? ` · ${t('log.next', { when: format.relative(nextAttemptAt) })}` : null}
            </span>
          </span>
          <Tag color={COLORS[status]}>{t(`log.status.${status}`)}</Tag>
        </summary>
        {isOpen ? <DeliveryDetails webhook={webhook} delivery={delivery} /> : null}
      </details>
    </li>
  );
}

/** Why it is not tried any more, or what the last attempt came to. */
function useOutcome({ failure, lastAttempt }: WebhookDelivery): string | null {
  const { t } = useTranslation('webhooks');
  if (failure) return t(`log.failure.${failure}`);
  if (!lastAttempt) return null;
  const { status, durationMs, error } = lastAttempt;
  if (status !== null) return t('log.answered', { status, ms: durationMs });
  if (error === 'timeout' || error === 'tls') return t(`log.error.${error}`);
  return t(error?.startsWith('url.') ? 'log.error.address' : 'log.error.connection');
}
