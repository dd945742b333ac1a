import { IconBriefcase } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { TextLink } from '../../../components/ui/links';
import { QueryPanel } from '../../../components/ui/query-panel';
import rows from '../../../components/ui/row-list.module.css';
import { useAccess } from '../../../lib/access';
import { stageOf } from '../../../lib/rotting';
import { useFormat } from '../../../lib/use-format';
import { pipelinesQuery } from '../../../lib/workspace';
import { myOpportunitiesQuery } from '../api/home-queries';
import { OpportunityRow } from './opportunity-row';

const SHOWN = 8;

export function MyOpportunities() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const canRead = useAccess().can('read', 'opportunity');
  const query = useQuery({ ...myOpportunitiesQuery, enabled: canRead });
  const pipelines = useQuery({ ...pipelinesQuery, enabled: canRead }).data?.items ?? [];
  if (!canRead) return null;
  return (
    <QueryPanel
      title={t('opportunities.title')}
      meta={query.data ? format.number(query.data.items.length) : null}
      action={
        <TextLink to="/pipelines" size="sm">
          {t('opportunities.board')}
        </TextLink>
      }
      query={query}
    >
      {({ items, names }) =>
        items.length === 0 ? (
          <EmptyState icon={IconBriefcase} title={t('opportunities.none')} compact />
        ) : (
          <ul className={rows.list}>
            {items.slice(0, SHOWN).map((opportunity) => (
              <OpportunityRow
                key={opportunity.id}
                opportunity={opportunity}
                sub={[names[String(opportunity.accountId)], stageOf(pipelines, opportunity.stageId)?.name]
                  .filter(Boolean)
                  .join(' · ')}
                end={
                  typeof opportunity.expectedCloseOn === 'string'
                    ? format.date(opportunity.expectedCloseOn)
                    : null
                }
              />
            ))}
          </ul>
        )
      }
    </QueryPanel>
  );
}
