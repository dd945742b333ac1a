import { IconPlant2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { QueryPanel } from '../../../components/ui/query-panel';
import rows from '../../../components/ui/row-list.module.css';
import { useAccess } from '../../../lib/access';
import { daysInStage, isRotting, stageOf } from '../../../lib/rotting';
import { pipelinesQuery } from '../../../lib/workspace';
import { myOpportunitiesQuery, openOpportunitiesQuery } from '../api/home-queries';
import { OpportunityRow } from './opportunity-row';

const SHOWN = 6;

/** A representative sees their own, a manager everybody's. */
export function RottingOpportunities() {
  const { t } = useTranslation('home');
  const access = useAccess();
  const canRead = access.can('read', 'opportunity');
  const isOwn = access.home === 'sales';
  const query = useQuery({ ...(isOwn ? myOpportunitiesQuery : openOpportunitiesQuery), enabled: canRead });
  const pipelines = useQuery({ ...pipelinesQuery, enabled: canRead }).data?.items ?? [];
  if (!canRead) return null;
  return (
    <QueryPanel title={t('rotting.title')} query={query}>
      {({ items, names }) => {
        const rotting = items
          .filter((opportunity) => isRotting(opportunity, stageOf(pipelines, opportunity.stageId)))
          .toSorted((a, b) => daysInStage(b) - daysInStage(a));
        if (rotting.length === 0) return <EmptyState icon={IconPlant2} title={t('rotting.none')} compact />;
        return (
          <ul className={rows.list}>
            {rotting.slice(0, SHOWN).map((opportunity) => (
              <OpportunityRow
                key={opportunity.id}
                opportunity={opportunity}
                sub={stageOf(pipelines, opportunity.stageId)?.name ?? names[String(opportunity.accountId)]}
                end={
                  <span className={rows.warning}>
                    {t('rotting.days', { count: daysInStage(opportunity) })}
                  </span>
                }
              />
            ))}
          </ul>
        );
      }}
    </QueryPanel>
  );
}
