import { Button, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { hasLength, isEmail, isNotEmpty, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../components/ui/form-problem';
import { TextLink } from '../../../components/ui/links';
import { MIN_PASSWORD_LENGTH, PasswordField } from '../../../components/ui/password-field';
import { vinculo } from '../../../lib/client';
import { localeOf } from '../../../lib/i18n';
import { guessRegion } from '../../../lib/regions';
import { useSubmit } from '../../../lib/use-submit';
import { AuthCard } from './auth-card';
import { RegionFields } from './region-fields';
import { SampleDataChoice } from './sample-data-choice';

export function SignUpPage() {
  const { t, i18n } = useTranslation(['auth', 'common']);
  const navigate = useNavigate();
  const [region] = useState(guessRegion);
  const form = useForm({
    initialValues: {
      company: '',
      name: '',
      email: '',
      password: '',
      locale: localeOf(i18n.language),
      sampleData: true,
      ...region,
    },
    validate: {
      company: isNotEmpty(t('common:form.required')),
      name: isNotEmpty(t('common:form.required')),
      email: isEmail(t('field.emailInvalid')),
      password: hasLength({ min: MIN_PASSWORD_LENGTH }, t('strength.short')),
    },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: vinculo.account.signUp,
    onDone: (_answer, { email }) => navigate({ to: '/check-your-mail', search: { email } }),
  });
  return (
    <AuthCard
      wide
      title={t('signUp.title')}
      text={t('signUp.text')}
      footer={
        <>
          {t('signUp.otherText')} <TextLink to="/login">{t('signUp.otherLink')}</TextLink>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
            <TextInput
              label={t('field.company')}
              autoComplete="organization"
              autoFocus
              required
              withAsterisk={false}
              {...form.getInputProps('company')}
            />
            <TextInput
              label={t('field.name')}
              autoComplete="name"
              required
              withAsterisk={false}
              {...form.getInputProps('name')}
            />
          </SimpleGrid>
          <TextInput
            label={t('field.workEmail')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <PasswordField label={t('field.password')} {...form.getInputProps('password')} />
          <RegionFields form={form} />
          <SampleDataChoice {...form.getInputProps('sampleData')} />
          <Button type="submit" size="md" loading={isPending} fullWidth mt="xs">
            {t('signUp.submit')}
          </Button>
        </Stack>
      </form>
    </AuthCard>
  );
}
