import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { isEmail, isNotEmpty, useForm } from '@mantine/form';
import type { LogInStep } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../components/ui/form-problem';
import { TextLink } from '../../../components/ui/links';
import { vinculo } from '../../../lib/client';
import { useSubmit } from '../../../lib/use-submit';
import { useEnter } from '../api/enter';
import { AuthCard } from './auth-card';
import { PasskeyButton } from './passkey-button';
import { SecondStep } from './second-step';

interface LogInPageProps {
  next?: string | undefined;
  /** The session ended by itself: says so, since nobody asked to be here. */
  hasEnded?: boolean | undefined;
}

export function LogInPage({ next, hasEnded = false }: LogInPageProps) {
  const { t } = useTranslation(['auth', 'common']);
  const enter = useEnter();
  const [step, setStep] = useState<LogInStep | null>(null);
  const [passkeyProblem, setPasskeyProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: { email: isEmail(t('field.emailInvalid')), password: isNotEmpty(t('common:form.required')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: vinculo.account.logIn,
    onDone: (answer) => ('status' in answer ? setStep(answer) : enter(answer, next)),
  });
  if (step) {
    return (
      <SecondStep
        step={step}
        onDone={(session) => enter(session, next)}
        onRestart={() => {
          form.reset();
          setStep(null);
        }}
      />
    );
  }
  return (
    <AuthCard
      title={t('logIn.title')}
      text={hasEnded ? t('logIn.ended') : t('logIn.text')}
      footer={
        <>
          {t('logIn.otherText')} <TextLink to="/signup">{t('logIn.otherLink')}</TextLink>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem ?? passkeyProblem} />
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('field.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
            {...form.getInputProps('password')}
          />
          <TextLink to="/forgot-password" size="sm">
            {t('logIn.forgot')}
          </TextLink>
          <Button type="submit" size="md" loading={isPending} fullWidth>
            {t('logIn.submit')}
          </Button>
          <PasskeyButton onDone={(session) => enter(session, next)} onProblem={setPasskeyProblem} />
        </Stack>
      </form>
    </AuthCard>
  );
}
