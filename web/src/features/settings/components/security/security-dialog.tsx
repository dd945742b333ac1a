import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SecurityDialogProps {
  title: string;
  /** Without it the dialog only goes by its own button: what it shows is shown once. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
}

export function SecurityDialog({ title, onClose, children }: SecurityDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={() => onClose?.()}
      withCloseButton={onClose !== undefined}
      closeOnClickOutside={false}
      closeOnEscape={onClose !== undefined}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {children}
    </Modal>
  );
}
