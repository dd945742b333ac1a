import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ForecastTable } from '../../../components/ui/forecast-table';
import { QueryPanel } from '../../../components/ui/query-panel';
import { useAccess } from '../../../lib/access';
import { pipelinesQuery } from '../../../lib/workspace';
import { forecastQuery } from '../api/home-queries';

/** Six months of expected closings: won, weighted by probability, and everything that is open. */
export function Forecast() {
  const { t } = useTranslation('home');
  const canRead = useAccess().can('read', 'opportunity');
  const pipelines = useQuery({ ...pipelinesQuery, enabled: canRead }).data?.items ?? [];
  const pipeline = pipelines.find(({ isDefault }) => isDefault) ?? pipelines[0];
  const query = useQuery({ ...forecastQuery(pipeline?.id ?? ''), enabled: pipeline !== undefined });
  if (!canRead) return null;
  return (
    <QueryPanel title={t('forecast.title')} meta={pipeline?.name} query={query} flush={false}>
      {(forecast) => <ForecastTable forecast={forecast} />}
    </QueryPanel>
  );
}
