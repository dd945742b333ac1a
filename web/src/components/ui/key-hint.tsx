import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './key-hint.module.css';

const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

const SYMBOLS: Record<string, string> = {
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Backspace: '⌫',
  mod: isMac ? '⌘' : 'Ctrl',
};

/** Shows keys as they are written in `lib/shortcuts`: `mod+k`, `g h`, `?`. */
export function KeyHint({ keys }: { keys: string }) {
  const { t } = useTranslation();
  const steps = keys.split(' ');
  return (
    <span className={classes.hint}>
      {steps.map((step, index) => (
        <Fragment key={step}>
          {index > 0 ? <span className={classes.then}>{t('keys.then')}</span> : null}
          {step.split('+').map((key) => (
            <kbd key={key} className={classes.key}>
              {SYMBOLS[key] ?? key.toUpperCase()}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
