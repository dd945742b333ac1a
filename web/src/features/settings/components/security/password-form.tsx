import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import type { FactorProof } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { useSubmit } from '../../../../lib/use-submit';

interface PasswordFormProps<T> {
  text?: string;
  /** Also asks for a code of either kind. */
  needsCode?: boolean;
  submitLabel: string;
  isDangerous?: boolean;
  run: (proof: FactorProof) => Promise<T>;
  onDone: (result: T) => void;
}

/** Who finds a session open must not be able to change what protects the account. */
export function PasswordForm<T>({ needsCode = false, ...props }: PasswordFormProps<T>) {
  const { t } = useTranslation(['settings', 'auth', 'common']);
  const form = useForm({
    initialValues: { password: '', code: '' },
    validate: {
      password: isNotEmpty(t('common:form.required')),
      code: needsCode ? isNotEmpty(t('common:form.required')) : () => null,
    },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ password, code }) => props.run(needsCode ? { password, code } : { password }),
    onDone: props.onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        {props.text ? <Text size="sm">{props.text}</Text> : null}
        <FormProblem problem={problem} />
        <PasswordInput
          label={t('auth:field.password')}
          autoComplete="current-password"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t('auth:field.showPassword') }}
          {...form.getInputProps('password')}
        />
        {needsCode ? (
          <TextInput
            label={t('security.anyCode')}
            description={t('security.anyCodeText')}
            autoComplete="one-time-code"
            {...form.getInputProps('code')}
          />
        ) : null}
        <Button type="submit" loading={isPending} {...(props.isDangerous ? { color: 'red.8' } : {})}>
          {props.submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
