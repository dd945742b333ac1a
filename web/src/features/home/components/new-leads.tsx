import { IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { QueryPanel } from '../../../components/ui/query-panel';
import rows from '../../../components/ui/row-list.module.css';
import { useRecordType } from '../../../lib/metadata';
import { titleOf } from '../../../lib/record-title';
import { useFormat } from '../../../lib/use-format';
import { newLeadsQuery } from '../api/home-queries';

/** Leads that nobody has contacted yet. */
export function NewLeads() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const info = useRecordType('lead');
  const query = useQuery({ ...newLeadsQuery, enabled: info !== undefined });
  if (!info) return null;
  return (
    <QueryPanel title={t('leads.title')} query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon={IconTargetArrow} title={t('leads.none')} compact />
        ) : (
          <ul className={rows.list}>
            {items.map((lead) => (
              <li key={lead.id} className={rows.row}>
                <EntityIcon type="lead" size="md" />
                <span className={rows.main}>
                  <Link
                    to="/$plural/$recordId"
                    params={{ plural: 'leads', recordId: lead.id }}
                    className={rows.title}
                  >
                    {titleOf(info, lead)}
                  </Link>
                  <span className={rows.sub}>{String(lead.company ?? '')}</span>
                </span>
                <span className={rows.end}>{format.relative(lead.createdAt)}</span>
              </li>
            ))}
          </ul>
        )
      }
    </QueryPanel>
  );
}
