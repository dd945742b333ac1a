import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './code-field.module.css';

/** The six digits that an authenticator app shows. Phones and password managers offer to fill it in. */
export function CodeField(props: TextInputProps) {
  const { t } = useTranslation('auth');
  return (
    <TextInput
      label={t('factor.code')}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      classNames={{ input: classes.input }}
      {...props}
    />
  );
}
