import { Popover } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardSkeleton } from '../../../components/ui/skeletons';
import { BellButton } from './bell-button';
import { NotificationList } from './notification-list';

export default function NotificationPopover({ size }: { size: 'md' | 'lg' }) {
  const { t } = useTranslation('shell');
  const [isOpen, setOpen] = useState(true);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={340} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <BellButton size={size} onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('notifications.title')}>
        <Suspense fallback={<CardSkeleton />}>
          <NotificationList onClose={() => setOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
