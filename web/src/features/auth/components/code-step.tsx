import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '../../../components/ui/code-field';
import { FormProblem } from '../../../components/ui/form-problem';
import { vinculo } from '../../../lib/client';
import { useSubmit } from '../../../lib/use-submit';
import { AuthCard } from './auth-card';
import { PasskeyButton } from './passkey-button';
import type { StepProps } from './second-step';

/** A code from the authenticator app, or a recovery code for who hasn't got the phone at hand. */
export function CodeStep({ step, onDone, onRestart }: StepProps) {
  const { t } = useTranslation(['auth', 'common']);
  const [isRecovery, setRecovery] = useState(!step.methods.includes('totp'));
  const [passkeyProblem, setPasskeyProblem] = useState<string | null>(null);
  const hasPasskey = step.methods.includes('passkey');
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: isNotEmpty(t('common:form.required')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ code }) => vinculo.logInSteps.withCode({ challenge: step.challenge, code }),
    onDone,
  });
  const canSwitch = step.methods.includes('totp') && step.methods.includes('recovery_code');
  return (
    <AuthCard
      icon={<IconShieldLock size={20} stroke={1.7} />}
      title={t('step.title')}
      text={t(hasPasskey ? 'step.passkeyText' : isRecovery ? 'step.recoveryText' : 'step.text')}
      footer={
        <Anchor component="button" type="button" size="sm" onClick={onRestart}>
          {t('forgot.back')}
        </Anchor>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem ?? passkeyProblem} />
          {hasPasskey ? (
            <PasskeyButton challenge={step.challenge} onDone={onDone} onProblem={setPasskeyProblem} />
          ) : null}
          {isRecovery ? (
            <TextInput
              key="recovery"
              label={t('step.recoveryCode')}
              autoComplete="off"
              autoFocus={!hasPasskey}
              {...form.getInputProps('code')}
            />
          ) : (
            <CodeField key="totp" autoFocus={!hasPasskey} {...form.getInputProps('code')} />
          )}
          <Button type="submit" size="md" loading={isPending} fullWidth>
            {t('logIn.submit')}
          </Button>
          {canSwitch ? (
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                form.reset();
                setRecovery(!isRecovery);
              }}
            >
              {t(isRecovery ? 'step.useApp' : 'step.useRecovery')}
            </Anchor>
          ) : null}
        </Stack>
      </form>
    </AuthCard>
  );
}
