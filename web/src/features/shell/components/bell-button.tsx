import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import { notificationsQuery } from '../api/notifications';
import classes from './bell-button.module.css';

type BellButtonProps = ActionIconProps & Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps>;

export function BellButton(button: BellButtonProps) {
  const { t } = useTranslation('shell');
  const { data } = useQuery(notificationsQuery);
  const unread = data?.items.filter((item) => !item.isRead).length ?? 0;
  return (
    <ActionIcon
      aria-label={t('notifications.label', { count: unread })}
      aria-haspopup="dialog"
      {...button}
      className={classes.bell}
      data-unread={unread > 0 || undefined}
    >
      <IconBell size={17} stroke={1.6} />
    </ActionIcon>
  );
}
