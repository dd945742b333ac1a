import { useQuery } from '@tanstack/react-query';
import type { Forecast as ForecastData } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { QueryPanel } from '../../../components/ui/query-panel';
import { useAccess } from '../../../lib/access';
import { useFormat } from '../../../lib/use-format';
import { pipelinesQuery } from '../../../lib/workspace';
import { forecastQuery } from '../api/home-queries';
import classes from './forecast.module.css';

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

function ForecastTable({ forecast }: { forecast: ForecastData }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { months, currency, rateDate } = forecast;
  const largest = Math.max(1, ...months.map(({ amountMinor, wonMinor }) => amountMinor + wonMinor));
  const share = (minor: number) => `${(minor / largest) * 100}%`;
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('forecast.month')}</th>
            <td className={classes.chart} />
            <th scope="col" className={classes.number}>
              <i className={classes.won} aria-hidden /> {t('forecast.won')}
            </th>
            <th scope="col" className={classes.number}>
              <i className={classes.weighted} aria-hidden /> {t('forecast.weighted')}
            </th>
            <th scope="col" className={classes.number}>
              <i className={classes.open} aria-hidden /> {t('forecast.open')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{format.month(month.month)}</th>
              <td className={classes.chart} aria-hidden>
                <span className={classes.bar}>
                  <span className={classes.won} style={{ width: share(month.wonMinor) }} />
                  <span className={classes.weighted} style={{ width: share(month.weightedMinor) }} />
                  <span
                    className={classes.open}
                    style={{ width: share(Math.max(0, month.amountMinor - month.weightedMinor)) }}
                  />
                </span>
              </td>
              <td className={classes.number}>{format.money(month.wonMinor, currency, { compact: true })}</td>
              <td className={classes.number}>
                {format.money(month.weightedMinor, currency, { compact: true })}
              </td>
              <td className={classes.number}>
                {format.money(month.amountMinor, currency, { compact: true })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>{t('forecast.note', { currency, date: format.date(rateDate) })}</p>
    </>
  );
}
