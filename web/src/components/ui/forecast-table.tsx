import type { Forecast } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import type { Formatter } from '../../lib/format';
import { useFormat } from '../../lib/use-format';
import classes from './forecast-table.module.css';

/** Months of expected closings: won, weighted by probability, and everything that is open. */
export function ForecastTable({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
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
      {forecast.unconverted.length > 0 ? (
        <p className={classes.note}>
          {t('forecast.unconverted', { amounts: unconvertedText(forecast, format) })}
        </p>
      ) : null}
    </>
  );
}

/** What has no rate is told in its own currency, never silently added or left out. */
function unconvertedText({ unconverted }: Forecast, format: Formatter): string {
  const sums = new Map<string, number>();
  for (const { currency, amountMinor, wonMinor } of unconverted) {
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor + wonMinor);
  }
  return [...sums].map(([currency, minor]) => format.money(minor, currency)).join(', ');
}
