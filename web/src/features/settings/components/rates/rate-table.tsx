import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { CurrencyRate } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../lib/session';
import { useFormat } from '../../../../lib/use-format';
import classes from './rate-table.module.css';

interface RateTableProps {
  rates: CurrencyRate[];
  onRemove: (rate: CurrencyRate) => void;
}

export function RateTable({ rates, onRemove }: RateTableProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { tenant } = useSession();
  const sorted = rates.toSorted(
    (a, b) => a.currency.localeCompare(b.currency) || b.date.localeCompare(a.date),
  );
  const decimals = new Intl.NumberFormat(format.tag, { maximumFractionDigits: 12 });
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('rates.currency')}</th>
          <th scope="col">{t('rates.from')}</th>
          <th scope="col" className={classes.number}>
            {t('rates.value', { currency: tenant.currency })}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {sorted.map((rate) => (
          <tr key={`${rate.currency} ${rate.date}`}>
            <th scope="row">1 {rate.currency}</th>
            <td>{format.date(rate.date)}</td>
            <td className={classes.number}>{decimals.format(Number(rate.rate))}</td>
            <td className={classes.remove}>
              <ActionIcon
                aria-label={t('rates.remove', { currency: rate.currency, date: format.date(rate.date) })}
                onClick={() => onRemove(rate)}
              >
                <IconTrash size={15} stroke={1.6} />
              </ActionIcon>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
