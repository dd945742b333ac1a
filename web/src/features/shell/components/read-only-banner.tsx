import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../lib/session';
import { useFormat } from '../../../lib/use-format';
import classes from './read-only-banner.module.css';

/** The trial is over: says what still works, on every page. */
export function ReadOnlyBanner() {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { tenant } = useSession();
  if (!tenant.isReadOnly) return null;
  const date = tenant.trialEndsAt ? format.date(tenant.trialEndsAt) : '';
  return (
    <p className={classes.banner} role="status">
      <IconLock size={15} aria-hidden />
      <span>
        <strong>{t('readOnly.title')}</strong> {t('readOnly.text', { date })}
      </span>
    </p>
  );
}
