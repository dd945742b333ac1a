import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ApiKey } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useSubmit } from '../../../../lib/use-submit';
import { useRefreshApiKeys } from '../../api/api-keys';

/** There is no way back, and programs stop at once: so the name is typed first. */
export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const refresh = useRefreshApiKeys();
  const form = useForm<{ typed: string }>({ initialValues: { typed: '' } });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: () => vinculo.apiKeys.revoke(apiKey),
    onDone: async () => {
      notifySuccess(t('keys.revoked', { name: apiKey.name }));
      onClose();
      await refresh();
    },
  });
  const isSure = form.getValues().typed.trim() === apiKey.name;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keys.revokeOf', { name: apiKey.name })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem} />
          <Text size="sm">{t('keys.revokeText')}</Text>
          <TextInput
            label={t('keys.typeName', { name: apiKey.name })}
            data-autofocus
            autoComplete="off"
            {...form.getInputProps('typed')}
          />
          <Group gap="xs" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" color="red.8" disabled={!isSure} loading={isPending}>
              {t('keys.revoke')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
