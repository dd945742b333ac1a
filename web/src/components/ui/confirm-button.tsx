import { Button, type ButtonProps, Group, Popover, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmButtonProps extends ButtonProps {
  /** What will happen, as a question. */
  question: string;
  /** The verb on the button that does it. */
  confirmLabel: string;
  onConfirm: () => void;
  children: ReactNode;
}

/** Asks once more, in place. Only for what can't be undone; everything else does it and offers undo. */
export function ConfirmButton({
  question,
  confirmLabel,
  onConfirm,
  children,
  ...button
}: ConfirmButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const { t } = useTranslation();
  function confirm() {
    setOpen(false);
    onConfirm();
  }
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      // Its own roles would name the question after the button.
      withRoles={false}
      width={280}
      position="bottom-end"
    >
      <Popover.Target>
        <Button
          variant="default"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          {...button}
          onClick={() => setOpen(!isOpen)}
        >
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={question}>
        <Text size="sm">{question}</Text>
        <Group gap="xs" mt="sm" justify="flex-end">
          <Button variant="default" size="xs" onClick={() => setOpen(false)}>
            {t('action.cancel')}
          </Button>
          <Button color="red.8" size="xs" onClick={confirm}>
            {confirmLabel}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
