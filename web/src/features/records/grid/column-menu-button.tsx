import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentPropsWithRef, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './grid-header.module.css';

type ColumnMenuButtonProps = ActionIconProps &
  Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps> & { label: string };

/** Opens a column's menu; a press on it must not sort as a press on the header does. */
export function ColumnMenuButton({ label, onClick, ...button }: ColumnMenuButtonProps) {
  const { t } = useTranslation('records');
  function press(event: MouseEvent<HTMLButtonElement>): void {
    event.stopPropagation();
    onClick?.(event);
  }
  return (
    <ActionIcon
      aria-label={t('list.columnMenu', { column: label })}
      {...button}
      size="xs"
      tabIndex={-1}
      className={classes.menu}
      onClick={press}
    >
      <IconChevronDown size={13} />
    </ActionIcon>
  );
}
