import { ActionIcon, type ActionIconProps, Menu } from '@mantine/core';
import { IconBan, IconDots, IconPencil, IconRefresh } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ManageMenuProps<Dialog extends string> {
  label: string;
  rotateLabel: string;
  /** What ends it, and its dialog. */
  end: { dialog: Dialog; label: string; icon?: ComponentType<{ size: number }> };
  onOpen: (dialog: Dialog | 'edit' | 'rotate') => void;
  /** More to do, before what ends it. */
  children?: ReactNode;
  button?: ActionIconProps;
}

/** What can be done with something that has a secret: change it, give it a new one, end it. */
export function ManageMenu<Dialog extends string>({
  label,
  rotateLabel,
  end: { dialog, label: endLabel, icon: EndIcon = IconBan },
  onOpen,
  children,
  button,
}: ManageMenuProps<Dialog>) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon {...button} aria-label={label}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onOpen('edit')}>
          {t('action.edit')}
        </Menu.Item>
        <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => onOpen('rotate')}>
          {rotateLabel}
        </Menu.Item>
        {children}
        <Menu.Divider />
        <Menu.Item color="red.8" leftSection={<EndIcon size={16} />} onClick={() => onOpen(dialog)}>
          {endLabel}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
