import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { RecoveryCodes } from '../../../../components/ui/recovery-codes';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { createPasskey, PasskeyCancelled } from '../../../../lib/passkeys';
import { useSubmit } from '../../../../lib/use-submit';
import { useRefreshSecondFactor } from '../../api/second-factor';
import { SecurityDialog } from './security-dialog';

/** Name and password, then the browser's own dialog; the first factor brings recovery codes. */
export function NewPasskeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'auth', 'common']);
  const refresh = useRefreshSecondFactor();
  const [codes, setCodes] = useState<string[]>();
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: isNotEmpty(t('common:form.required')),
      password: isNotEmpty(t('common:form.required')),
    },
  });
  function finish() {
    notifySuccess(t('passkeys.added'));
    onClose();
  }
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: async ({ name, password }) => {
      const options = await vinculo.passkeys.options(password);
      const response = await createPasskey(options).catch(undefinedWhenCancelled);
      return response === undefined ? undefined : vinculo.passkeys.register({ name, response });
    },
    onDone: (made) => {
      if (!made) return;
      void refresh();
      if (made.recoveryCodes.length > 0) setCodes(made.recoveryCodes);
      else finish();
    },
  });
  return (
    <SecurityDialog title={t('passkeys.new')} onClose={codes ? undefined : onClose}>
      {codes ? (
        <RecoveryCodes codes={codes} doneLabel={t('security.kept')} onDone={finish} />
      ) : (
        <form onSubmit={onSubmit} noValidate>
          <Stack gap="sm">
            <Text size="sm">{t('passkeys.newText')}</Text>
            <FormProblem problem={problem} />
            <TextInput
              label={t('passkeys.name')}
              placeholder={t('passkeys.nameExample')}
              maxLength={60}
              data-autofocus
              {...form.getInputProps('name')}
            />
            <PasswordInput
              label={t('auth:field.password')}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': t('auth:field.showPassword') }}
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={isPending}>
              {t('common:action.continue')}
            </Button>
          </Stack>
        </form>
      )}
    </SecurityDialog>
  );
}

function undefinedWhenCancelled(error: unknown): undefined {
  if (!(error instanceof PasskeyCancelled)) throw error;
}
