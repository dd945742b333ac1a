import { Button, PasswordInput } from '@mantine/core';
import { hasLength, isNotEmpty, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { FormSection } from '../../../../components/ui/form-section';
import { MIN_PASSWORD_LENGTH, PasswordField } from '../../../../components/ui/password-field';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useSubmit } from '../../../../lib/use-submit';

export function PasswordSection() {
  const { t } = useTranslation(['settings', 'auth', 'common']);
  const form = useForm({
    initialValues: { current: '', password: '' },
    validate: {
      current: isNotEmpty(t('common:form.required')),
      password: hasLength({ min: MIN_PASSWORD_LENGTH }, t('auth:strength.short')),
    },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: vinculo.account.changePassword,
    onDone: () => {
      form.reset();
      notifySuccess(t('profile.passwordChanged'));
    },
  });
  return (
    <FormSection title={t('profile.password')} text={t('profile.passwordText')}>
      <form onSubmit={onSubmit} noValidate>
        <FormProblem problem={problem} />
        <PasswordInput
          label={t('profile.currentPassword')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('auth:field.showPassword') }}
          {...form.getInputProps('current')}
        />
        <PasswordField label={t('auth:field.newPassword')} {...form.getInputProps('password')} />
        <Button type="submit" variant="default" loading={isPending}>
          {t('profile.changePassword')}
        </Button>
      </form>
    </FormSection>
  );
}
