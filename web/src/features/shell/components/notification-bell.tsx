import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardSkeleton } from '../../../components/ui/skeletons';
import { notificationsQuery } from '../api/notifications';

const NotificationList = lazy(() => import('./notification-list'));

export function NotificationBell({ size = 'md' }: { size?: 'md' | 'lg' }) {
  const { t } = useTranslation('shell');
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(notificationsQuery);
  const unread = data?.items.filter((item) => !item.isRead).length ?? 0;
  return (
    <Popover opened={isOpen} onChange={setOpen} width={340} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Indicator disabled={unread === 0} size={7} offset={6} color="accent">
          <ActionIcon
            size={size}
            aria-label={t('notifications.label', { count: unread })}
            onClick={() => setOpen(!isOpen)}
          >
            <IconBell size={17} stroke={1.6} />
          </ActionIcon>
        </Indicator>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('notifications.title')}>
        <Suspense fallback={<CardSkeleton />}>
          <NotificationList onClose={() => setOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
