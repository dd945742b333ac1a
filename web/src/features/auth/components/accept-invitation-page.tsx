import { Button, Loader, Stack, TextInput } from '@mantine/core';
import { hasLength, isNotEmpty, useForm } from '@mantine/form';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { InvitationLookup, LogInStep } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../components/ui/form-problem';
import { ButtonLink } from '../../../components/ui/links';
import { MIN_PASSWORD_LENGTH, PasswordField } from '../../../components/ui/password-field';
import { vinculo } from '../../../lib/client';
import { localeOf } from '../../../lib/i18n';
import { useProblemText } from '../../../lib/problem-text';
import { useSubmit } from '../../../lib/use-submit';
import { useEnter } from '../api/enter';
import { invitationQuery } from '../api/look-up-invitation';
import { AuthCard } from './auth-card';
import { SecondStep } from './second-step';

export function AcceptInvitationPage({ token }: { token: string }) {
  const { t } = useTranslation(['auth', 'common']);
  const { describe } = useProblemText();
  const { data: invitation, error } = useQuery(invitationQuery(token));
  if (invitation) return <AcceptForm token={token} invitation={invitation} />;
  if (!error) return <AuthCard icon={<Loader size={18} />} title={t('invitation.loading')} />;
  return (
    <AuthCard
      icon={<IconAlertCircle size={20} stroke={1.7} />}
      title={t('invitation.failed')}
      text={describe(error).title}
    >
      <ButtonLink to="/login" variant="default" fullWidth>
        {t('forgot.back')}
      </ButtonLink>
    </AuthCard>
  );
}

function AcceptForm({ token, invitation }: { token: string; invitation: InvitationLookup }) {
  const { t, i18n } = useTranslation(['auth', 'common']);
  const enter = useEnter();
  const navigate = useNavigate();
  const [step, setStep] = useState<LogInStep | null>(null);
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: isNotEmpty(t('common:form.required')),
      password: hasLength({ min: MIN_PASSWORD_LENGTH }, t('strength.short')),
    },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: (values) => vinculo.people.acceptInvitation({ token, ...values, locale: localeOf(i18n.language) }),
    onDone: (answer) => ('status' in answer ? setStep(answer) : enter(answer)),
  });
  if (step) {
    return (
      <SecondStep
        step={step}
        onDone={(session) => enter(session)}
        onRestart={() => void navigate({ to: '/login' })}
      />
    );
  }
  const { company, inviter, email } = invitation;
  return (
    <AuthCard title={t('invitation.title', { company })} text={t('invitation.text', { inviter, company })}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem} />
          <TextInput
            label={t('field.email')}
            value={email}
            readOnly
            autoComplete="username"
            variant="filled"
          />
          <TextInput
            label={t('field.name')}
            autoComplete="name"
            autoFocus
            required
            withAsterisk={false}
            {...form.getInputProps('name')}
          />
          <PasswordField label={t('field.password')} {...form.getInputProps('password')} />
          <Button type="submit" size="md" loading={isPending} fullWidth>
            {t('invitation.submit')}
          </Button>
        </Stack>
      </form>
    </AuthCard>
  );
}
