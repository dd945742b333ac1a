import { Button, type ButtonProps } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './columns-menu.module.css';

type ColumnsButtonProps = ButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps>;

export function ColumnsButton(button: ColumnsButtonProps) {
  const { t } = useTranslation('records');
  return (
    <Button
      {...button}
      variant="subtle"
      color="gray"
      size="xs"
      className={classes.button}
      leftSection={<IconColumns3 size={15} />}
    >
      {t('list.columns')}
    </Button>
  );
}
