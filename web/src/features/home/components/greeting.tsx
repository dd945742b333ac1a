import { useTranslation } from 'react-i18next';
import { useSession } from '../../../lib/session';
import { useFormat } from '../../../lib/use-format';
import classes from './greeting.module.css';

export function Greeting() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { user, tenant } = useSession();
  const now = new Date();
  const hour = Number(
    new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: tenant.timeZone }).format(
      now,
    ),
  );
  const part = hour < 12 ? 'morning' : hour < 20 ? 'afternoon' : 'evening';
  const today = new Intl.DateTimeFormat(format.tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: tenant.timeZone,
  }).format(now);
  const [firstName] = user.name.split(' ');
  return (
    <div className={classes.greeting}>
      <p className={classes.words}>{t(`greeting.${part}`, { name: firstName })}</p>
      <p className={classes.today}>{today}</p>
    </div>
  );
}
