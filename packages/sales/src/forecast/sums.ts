import { convert } from '@vinculo/platform/money/money';
import type { MonthRow } from '../totals/repository';
import { sum, type Valuation } from '../totals/valuation';
import type { Forecast } from './schema';

type Month = Forecast['months'][number];
type Unconverted = Forecast['unconverted'][number];

/** One month in the tenant's currency, and what of it has no rate in the currencies that it is in. */
export function monthSums(
  month: string,
  all: readonly MonthRow[],
  { base, rates }: Valuation,
): { total: Month; unconverted: Unconverted[] } {
  const rows = all.filter((row) => row.month === month);
  const open = rows.filter(({ status }) => status === 'open');
  const won = rows.filter(({ status }) => status === 'won');
  const isFrozen = ({ closedCurrency }: MonthRow) => closedCurrency === base;
  const total: Month = {
    month,
    amountMinor: 0,
    weightedMinor: 0,
    wonMinor: sum(won.filter(isFrozen), 'closedMinor'),
    count: sum(open, 'count'),
    wonCount: sum(won, 'count'),
  };
  const unconverted: Unconverted[] = [];
  for (const currency of new Set(rows.flatMap((row) => row.currency ?? []))) {
    const own = (row: MonthRow) => row.currency === currency;
    const amountMinor = sum(open.filter(own), 'amountMinor');
    const weightedMinor = sum(open.filter(own), 'weightedMinor');
    const wonMinor = sum(
      won.filter((row) => own(row) && !isFrozen(row)),
      'amountMinor',
    );
    const rate = rates.get(currency)?.rate;
    if (rate !== undefined) {
      total.amountMinor += convert({ amountMinor, currency }, rate, base).amountMinor;
      total.weightedMinor += convert({ amountMinor: weightedMinor, currency }, rate, base).amountMinor;
    }
    const left = { ...(rate === undefined ? { amountMinor, weightedMinor } : NOTHING), wonMinor };
    if (left.amountMinor !== 0 || left.weightedMinor !== 0 || left.wonMinor !== 0) {
      unconverted.push({ month, currency, ...left });
    }
  }
  return { total, unconverted };
}

const NOTHING = { amountMinor: 0, weightedMinor: 0 };
