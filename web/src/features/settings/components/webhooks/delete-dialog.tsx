import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemNotice } from '../../../../lib/use-problem-notice';

interface DeleteDialogProps {
  title: string;
  text: string;
  confirmLabel: string;
  run: () => Promise<unknown>;
  onDone: () => unknown;
  onClose: () => void;
}

/** Asks before something ends for good. */
export function DeleteDialog({ title, text, confirmLabel, run, onDone, onClose }: DeleteDialogProps) {
  const { t } = useTranslation();
  const onError = useProblemNotice();
  const remove = useMutation({ mutationFn: run, onSuccess: onDone, onError });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="sm">
        <Text size="sm">{text}</Text>
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button color="red.8" loading={remove.isPending} onClick={() => remove.mutate()}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
