import { Button, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import type { Passkey } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { vinculo } from '../../../../lib/client';
import { useSubmit } from '../../../../lib/use-submit';
import { useRefreshSecondFactor } from '../../api/second-factor';
import { SecurityDialog } from './security-dialog';

export function RenamePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const refresh = useRefreshSecondFactor();
  const form = useForm({
    initialValues: { name: passkey.name },
    validate: { name: isNotEmpty(t('common:form.required')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ name }) => vinculo.passkeys.rename(passkey.id, name),
    onDone: () => {
      void refresh();
      onClose();
    },
  });
  return (
    <SecurityDialog title={t('passkeys.renameOf', { name: passkey.name })} onClose={onClose}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem} />
          <TextInput
            label={t('passkeys.name')}
            maxLength={60}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Button type="submit" loading={isPending}>
            {t('common:action.save')}
          </Button>
        </Stack>
      </form>
    </SecurityDialog>
  );
}
