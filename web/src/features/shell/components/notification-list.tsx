import { Button, ScrollArea } from '@mantine/core';
import { IconBellCheck } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Notification } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { useRecordType } from '../../../lib/metadata';
import { useFormat } from '../../../lib/use-format';
import { notificationsQuery, useMarkRead } from '../api/notifications';
import classes from './notification-list.module.css';

export function NotificationList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const { items } = useSuspenseQuery(notificationsQuery).data;
  const markRead = useMarkRead();
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('notifications.title')}</h2>
        <Button
          size="xs"
          variant="subtle"
          disabled={items.every((item) => item.isRead)}
          onClick={() => markRead.mutate({ all: true })}
        >
          {t('notifications.markAll')}
        </Button>
      </div>
      {items.length === 0 ? (
        <EmptyState icon={IconBellCheck} title={t('notifications.empty')} compact />
      ) : (
        <ScrollArea.Autosize mah={380}>
          <ul className={classes.list}>
            {items.map((item) => (
              <NotificationRow key={item.id} item={item} onOpen={onClose} />
            ))}
          </ul>
        </ScrollArea.Autosize>
      )}
    </>
  );
}

function NotificationRow({ item, onOpen }: { item: Notification; onOpen: () => void }) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const info = useRecordType(item.recordType ?? '');
  const markRead = useMarkRead();
  function open() {
    if (!item.isRead) markRead.mutate({ ids: [item.id] });
    onOpen();
  }
  const body = (
    <>
      <EntityIcon type={item.recordType ?? ''} size="md" />
      <span className={classes.text}>
        <span>{item.title ?? item.recordTitle}</span>
        <span className={classes.when}>{format.relative(item.at)}</span>
      </span>
      {item.isRead ? null : (
        <span className={classes.dot} role="img" aria-label={t('notifications.unread')} />
      )}
    </>
  );
  if (info && item.recordId) {
    const params = { plural: info.plural, recordId: item.recordId };
    return (
      <li>
        <Link to="/$plural/$recordId" params={params} className={classes.row} onClick={open}>
          {body}
        </Link>
      </li>
    );
  }
  if (item.recordType === 'import' && item.recordId) {
    return (
      <li>
        <Link
          to="/imports/$importId"
          params={{ importId: item.recordId }}
          className={classes.row}
          onClick={open}
        >
          {body}
        </Link>
      </li>
    );
  }
  if (item.recordType === 'webhook' && item.recordId) {
    return (
      <li>
        <Link
          to="/settings/webhooks/$webhookId"
          params={{ webhookId: item.recordId }}
          className={classes.row}
          onClick={open}
        >
          {body}
        </Link>
      </li>
    );
  }
  return <li className={classes.row}>{body}</li>;
}
