import { useTranslation } from 'react-i18next';
import { useSession } from '../../../lib/session';
import { useFormat } from '../../../lib/use-format';
import classes from './trial-card.module.css';

const TRIAL_DAYS = 30;

/** Days left, always in sight and never in the way. */
export function TrialCard() {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { tenant } = useSession();
  const { trialDaysLeft: daysLeft, trialEndsAt } = tenant;
  if (tenant.plan !== 'trial' || tenant.isReadOnly || daysLeft === null || trialEndsAt === null) return null;
  return (
    <div className={classes.card} data-urgent={daysLeft <= 5 || undefined}>
      <p className={classes.title}>{t('trial.daysLeft', { count: daysLeft })}</p>
      <div className={classes.track} aria-hidden>
        <div style={{ width: `${Math.min(100, (daysLeft / TRIAL_DAYS) * 100)}%` }} />
      </div>
      <p className={classes.text}>{t('trial.until', { date: format.date(trialEndsAt) })}</p>
    </div>
  );
}
