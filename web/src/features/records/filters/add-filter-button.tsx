import { Button, type ButtonProps } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';

type AddFilterButtonProps = ButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps>;

export function AddFilterButton(button: AddFilterButtonProps) {
  const { t } = useTranslation('records');
  return (
    <Button {...button} variant="subtle" color="gray" size="xs" leftSection={<IconFilter size={15} />}>
      {t('filter.add')}
    </Button>
  );
}
