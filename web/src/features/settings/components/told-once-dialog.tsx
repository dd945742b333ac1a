import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ToldOnceDialogProps<Made> {
  title: string;
  /** Its title once it is made. */
  name: (made: Made) => string;
  /** Reads again what lists it. */
  refresh: () => Promise<unknown>;
  /** The form that makes it. */
  children: (onDone: (made: Made) => Promise<void>) => ReactNode;
  /** What nobody is told again. */
  told: (made: Made) => ReactNode;
  onClose: () => void;
}

/** Makes something that is shown once: from then on only a press of its own closes the dialog. */
export function ToldOnceDialog<Made>({
  title,
  name,
  refresh,
  children,
  told,
  onClose,
}: ToldOnceDialogProps<Made>) {
  const { t } = useTranslation();
  const [made, setMade] = useState<Made | null>(null);
  async function onDone(next: Made): Promise<void> {
    setMade(next);
    await refresh();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={made ? name(made) : title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      // A press beside it would throw the only sight away.
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
    >
      {made ? told(made) : children(onDone)}
    </Modal>
  );
}
