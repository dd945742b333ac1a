import { Button, Stack } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import type { TotpEnrolment } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '../../../../components/ui/code-field';
import { FormProblem } from '../../../../components/ui/form-problem';
import { RecoveryCodes } from '../../../../components/ui/recovery-codes';
import { TotpSeed } from '../../../../components/ui/totp-seed';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useSubmit } from '../../../../lib/use-submit';
import { useRefreshSecondFactor } from '../../api/second-factor';
import { PasswordForm } from './password-form';
import { SecurityDialog } from './security-dialog';

/** Password, then the seed and a first code, then recovery codes, unless there are some already. */
export function TotpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'auth', 'common']);
  const refresh = useRefreshSecondFactor();
  const [enrolment, setEnrolment] = useState<TotpEnrolment>();
  const [codes, setCodes] = useState<string[]>();
  function finish() {
    notifySuccess(t('security.totpEnabled'));
    onClose();
  }
  function onConfirmed(recoveryCodes: string[]) {
    void refresh();
    if (recoveryCodes.length > 0) setCodes(recoveryCodes);
    else finish();
  }
  return (
    <SecurityDialog title={t('security.setUpTotp')} onClose={codes ? undefined : onClose}>
      {codes ? (
        <RecoveryCodes codes={codes} doneLabel={t('security.kept')} onDone={finish} />
      ) : enrolment ? (
        <ConfirmForm enrolment={enrolment} onConfirmed={onConfirmed} />
      ) : (
        <PasswordForm
          submitLabel={t('common:action.continue')}
          run={({ password }) => vinculo.secondFactor.beginTotp(password)}
          onDone={setEnrolment}
        />
      )}
    </SecurityDialog>
  );
}

interface ConfirmFormProps {
  enrolment: TotpEnrolment;
  onConfirmed: (recoveryCodes: string[]) => void;
}

function ConfirmForm({ enrolment, onConfirmed }: ConfirmFormProps) {
  const { t } = useTranslation(['settings', 'common']);
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: isNotEmpty(t('common:form.required')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ code }) => vinculo.secondFactor.confirmTotp(code),
    onDone: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TotpSeed enrolment={enrolment} />
        <CodeField data-autofocus {...form.getInputProps('code')} />
        <Button type="submit" loading={isPending}>
          {t('security.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
