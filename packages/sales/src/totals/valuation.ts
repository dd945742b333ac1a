import type { UserContext } from '@vinculo/identity/access/user-context';
import { convert } from '@vinculo/platform/money/money';
import { type DatedRate, ratesOn } from '../currency-rates/service';
import type { Row } from './row';

/*
 * Totals in the tenant's currency. Open amounts are worth what today's rate says, closed ones what they were frozen at.
 * What has no rate is never added: it is told apart, in its own currency.
 */

export interface Valuation {
  base: string;
  /** The day whose rates open amounts are converted at; a rate may be of an earlier day. */
  rateDate: string;
  rates: ReadonlyMap<string, DatedRate>;
}

/** The rates that these rows need: those of open amounts in other currencies. */
export async function valuationFor(
  ctx: UserContext,
  rows: readonly Row[],
  today: string,
): Promise<Valuation> {
  const currencies = rows.flatMap(({ status, currency }) =>
    status === 'open' && currency ? [currency] : [],
  );
  return { base: ctx.tenant.currency, rateDate: today, rates: await ratesOn(ctx, currencies, today) };
}

export interface CurrencyTotal {
  currency: string;
  amountMinor: number;
  /** What of it has a rate, in the tenant's currency; null when nothing has. */
  baseAmountMinor: number | null;
  /** What of it has no rate, in `currency`. */
  unconvertedMinor: number;
}

/** One total a currency, the tenant's own first, then by code. */
export function totalsByCurrency(rows: readonly Row[], valuation: Valuation): CurrencyTotal[] {
  const currencies = new Set(rows.flatMap(({ currency }) => currency ?? []));
  const ordered = [...currencies].sort((one, other) => {
    if (one === valuation.base || other === valuation.base) return one === valuation.base ? -1 : 1;
    return one < other ? -1 : 1;
  });
  return ordered.flatMap((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const total = totalOf(currency, own, valuation);
    return own.some(({ count }) => count > 0) ? [total] : [];
  });
}

export const baseTotal = (totals: readonly CurrencyTotal[]): number =>
  totals.reduce((sum, { baseAmountMinor }) => sum + (baseAmountMinor ?? 0), 0);

function totalOf(currency: string, rows: readonly Row[], { base, rates }: Valuation): CurrencyTotal {
  const open = sum(rows, 'amountMinor', ({ status }) => status === 'open');
  const isFrozen = (row: Row) => row.status !== 'open' && row.closedCurrency === base;
  const frozen = sum(rows, 'amountMinor', isFrozen);
  const amountMinor = sum(rows, 'amountMinor', () => true);
  const rate = rates.get(currency);
  const converted = rate ? convert({ amountMinor: open, currency }, rate.rate, base).amountMinor : 0;
  const unconvertedMinor = amountMinor - frozen - (rate ? open : 0);
  const hasRate = rate !== undefined || rows.some((row) => isFrozen(row) && row.count > 0);
  return {
    currency,
    amountMinor,
    baseAmountMinor: hasRate ? converted + sum(rows, 'closedMinor', isFrozen) : null,
    unconvertedMinor,
  };
}

export function sum(
  rows: readonly Row[],
  of: 'count' | 'amountMinor' | 'weightedMinor' | 'closedMinor',
  holds: (row: Row) => boolean = () => true,
): number {
  return rows.reduce((total, row) => (holds(row) ? total + row[of] : total), 0);
}
