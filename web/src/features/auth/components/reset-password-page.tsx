import { Button, Stack } from '@mantine/core';
import { hasLength, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../components/ui/form-problem';
import { TextLink } from '../../../components/ui/links';
import { MIN_PASSWORD_LENGTH, PasswordField } from '../../../components/ui/password-field';
import { vinculo } from '../../../lib/client';
import { notifySuccess } from '../../../lib/notify';
import { useSubmit } from '../../../lib/use-submit';
import { AuthCard } from './auth-card';

export function ResetPasswordPage({ token }: { token: string }) {
  const { t } = useTranslation('auth');
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: hasLength({ min: MIN_PASSWORD_LENGTH }, t('strength.short')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ password }) => vinculo.account.resetPassword({ token, password }),
    onDone: async () => {
      notifySuccess(t('reset.done'));
      await navigate({ to: '/login' });
    },
  });
  return (
    <AuthCard
      title={t('reset.title')}
      text={t('reset.text')}
      footer={<TextLink to="/forgot-password">{t('reset.again')}</TextLink>}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem} />
          <PasswordField label={t('field.newPassword')} autoFocus {...form.getInputProps('password')} />
          <Button type="submit" size="md" loading={isPending} fullWidth>
            {t('reset.submit')}
          </Button>
        </Stack>
      </form>
    </AuthCard>
  );
}
