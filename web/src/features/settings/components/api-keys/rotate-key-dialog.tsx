import { Button, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ApiKey, NewApiKey } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { vinculo } from '../../../../lib/client';
import { useFormat } from '../../../../lib/use-format';
import { useSubmit } from '../../../../lib/use-submit';
import { useRefreshApiKeys } from '../../api/api-keys';
import { NewSecret } from './new-secret';

const OVERLAPS = [
  ['0', 'atOnce'],
  ['1', 'hour'],
  ['24', 'day'],
  ['168', 'week'],
] as const;

/** Gives a key a new secret, and says how long the old one is still good. */
export function RotateKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  const refresh = useRefreshApiKeys();
  const [rotated, setRotated] = useState<NewApiKey | null>(null);
  const form = useForm<{ overlapHours: string }>({ initialValues: { overlapHours: '24' } });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ overlapHours }) => vinculo.apiKeys.rotate(apiKey.id, Number(overlapHours)),
    onDone: async (key) => {
      setRotated(key);
      await refresh();
    },
  });
  const note = rotated?.previous
    ? t('keys.oldUntil', { when: format.dateTime(rotated.previous.expiresAt) })
    : t('keys.oldEnded');
  return (
    <Modal
      opened
      onClose={onClose}
      title={rotated ? apiKey.name : t('keys.rotateOf', { name: apiKey.name })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      closeOnClickOutside={!rotated}
      closeOnEscape={!rotated}
      withCloseButton={!rotated}
    >
      {rotated ? (
        <NewSecret secret={rotated.secret} note={note} onClose={onClose} />
      ) : (
        <form onSubmit={onSubmit} noValidate>
          <Stack gap="sm">
            <FormProblem problem={problem} />
            <Text size="sm">{t('keys.rotateText')}</Text>
            <NativeSelect
              label={t('keys.overlap')}
              data-autofocus
              data={OVERLAPS.map(([value, key]) => ({ value, label: t(`keys.overlapFor.${key}`) }))}
              {...form.getInputProps('overlapHours')}
            />
            <Button type="submit" loading={isPending}>
              {t('keys.rotate')}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
