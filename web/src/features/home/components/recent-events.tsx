import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EventText } from '../../../components/ui/event-text';
import { TextLink } from '../../../components/ui/links';
import { QueryPanel } from '../../../components/ui/query-panel';
import rows from '../../../components/ui/row-list.module.css';
import { useAccess } from '../../../lib/access';
import { useFormat } from '../../../lib/use-format';
import { latestAuditQuery } from '../api/home-queries';

const SHOWN = 6;

export function RecentEvents() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const canRead = useAccess().has('audit.read');
  const query = useQuery({ ...latestAuditQuery, enabled: canRead });
  if (!canRead) return null;
  return (
    <QueryPanel
      title={t('events.title')}
      action={
        <TextLink to="/settings/audit" size="sm">
          {t('events.all')}
        </TextLink>
      }
      query={query}
    >
      {({ items, names }) => (
        <ul className={rows.list}>
          {items.slice(0, SHOWN).map((event) => (
            <li key={event.id} className={rows.row}>
              <span className={rows.main}>
                <EventText event={event} names={names} />
              </span>
              <span className={rows.end}>{format.relative(event.at)}</span>
            </li>
          ))}
        </ul>
      )}
    </QueryPanel>
  );
}
