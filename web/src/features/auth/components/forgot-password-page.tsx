import { Button, Stack, TextInput } from '@mantine/core';
import { isEmail, useForm } from '@mantine/form';
import { IconMailOpened } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../components/ui/form-problem';
import { TextLink } from '../../../components/ui/links';
import { vinculo } from '../../../lib/client';
import { useSubmit } from '../../../lib/use-submit';
import { AuthCard } from './auth-card';

export function ForgotPasswordPage() {
  const { t } = useTranslation('auth');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: isEmail(t('field.emailInvalid')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ email }) => vinculo.account.forgotPassword(email),
    onDone: (_nothing, { email }) => setSentTo(email),
  });
  const back = <TextLink to="/login">{t('forgot.back')}</TextLink>;
  if (sentTo) {
    return (
      <AuthCard
        icon={<IconMailOpened size={20} stroke={1.7} />}
        title={t('checkMail.title')}
        text={t('forgot.sent', { email: sentTo })}
        footer={back}
      />
    );
  }
  return (
    <AuthCard title={t('forgot.title')} text={t('forgot.text')} footer={back}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem} />
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <Button type="submit" size="md" loading={isPending} fullWidth>
            {t('forgot.submit')}
          </Button>
        </Stack>
      </form>
    </AuthCard>
  );
}
