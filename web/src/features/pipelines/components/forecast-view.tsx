import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Pipeline } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { ForecastTable } from '../../../components/ui/forecast-table';
import { QueryPanel } from '../../../components/ui/query-panel';
import { forecastQuery } from '../api/board-query';
import classes from './pipeline-page.module.css';

interface ForecastViewProps {
  pipeline: Pipeline;
  months: number;
  onMonths: (months: number) => void;
}

export function ForecastView({ pipeline, months, onMonths }: ForecastViewProps) {
  const { t } = useTranslation('pipelines');
  const query = useQuery(forecastQuery(pipeline.id, months));
  const spans = [
    { value: '3', label: t('months_3') },
    { value: '6', label: t('months_6') },
    { value: '12', label: t('months_12') },
  ];
  return (
    <div className={classes.forecast}>
      <QueryPanel
        title={t('forecast')}
        meta={pipeline.name}
        action={
          <SegmentedControl
            aria-label={t('months')}
            size="xs"
            value={String(months)}
            onChange={(value) => onMonths(Number(value))}
            data={spans}
          />
        }
        query={query}
        flush={false}
      >
        {(forecast) => (
          <>
            {forecast.isComplete ? null : <p className={classes.note}>{t('incomplete')}</p>}
            <ForecastTable forecast={forecast} />
          </>
        )}
      </QueryPanel>
    </div>
  );
}
