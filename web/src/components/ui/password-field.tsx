import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './password-field.module.css';

export const MIN_PASSWORD_LENGTH = 8;

/** A new password, with a hint how strong it is. The server decides what it accepts. */
export function PasswordField({ value = '', ...props }: PasswordInputProps & { value?: string }) {
  const { t } = useTranslation('auth');
  const level = strengthOf(value);
  const words = [t('strength.short'), t('strength.weak'), t('strength.good'), t('strength.strong')] as const;
  return (
    <div>
      <PasswordInput
        autoComplete="new-password"
        required
        withAsterisk={false}
        description={t('field.passwordHint', { count: MIN_PASSWORD_LENGTH })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
        value={value}
        {...props}
      />
      <div className={classes.strength} hidden={!value}>
        <span className={classes.meter} data-level={level} aria-hidden>
          <span />
          <span />
          <span />
        </span>
        <span className={classes.word} role="status">
          {value ? words[level] : ''}
        </span>
      </div>
    </div>
  );
}

/** Length counts most; repeating one character or one kind of character counts against it. */
export function strengthOf(password: string): 0 | 1 | 2 | 3 {
  if (password.length < MIN_PASSWORD_LENGTH) return 0;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length;
  const variety = new Set(password).size;
  const score = Math.min(password.length, variety * 2) + kinds * 2;
  if (score < 16) return 1;
  return score < 22 ? 2 : 3;
}
