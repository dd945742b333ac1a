import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { RecordData } from '@vinculo/client/types';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';

type ActivityMenuButtonProps = ActionIconProps &
  Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps> & { activity: RecordData };

export function ActivityMenuButton({ activity, ...button }: ActivityMenuButtonProps) {
  const { t } = useTranslation('records');
  return (
    <ActionIcon
      aria-haspopup="menu"
      aria-label={t('activity.actions', { subject: String(activity.subject ?? '') })}
      {...button}
      size="sm"
    >
      <IconDots size={14} />
    </ActionIcon>
  );
}
