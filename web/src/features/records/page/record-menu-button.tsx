import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';

type RecordMenuButtonProps = ActionIconProps & Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps>;

export function RecordMenuButton(button: RecordMenuButtonProps) {
  const { t } = useTranslation('records');
  return (
    <ActionIcon aria-haspopup="menu" aria-label={t('page.actions')} {...button}>
      <IconDots size={16} />
    </ActionIcon>
  );
}
