import { requirePermission, type UserContext } from '@vinculo/identity/access/user-context';
import { type FieldError, invalidInput } from '@vinculo/platform/errors';
import { openCursor, sealCursor } from '@vinculo/platform/http/cursor';
import { isCurrency } from '@vinculo/platform/money/money';
import { findRate, queryRates, writeRates } from './repository';
import type { CurrencyRate, RatesInput } from './schema';

/** What one unit of a currency is worth in the tenant's currency, and since when. */
export interface DatedRate {
  rate: string;
  date: string;
}

/** The latest rate on or before a date; none when the tenant has set none by then. */
export async function rateOn(
  ctx: UserContext,
  currency: string,
  date: string,
): Promise<DatedRate | undefined> {
  const base = ctx.tenant.currency;
  if (currency === base) return { rate: '1', date };
  const found = await findRate(ctx, base, currency, date);
  return found && { rate: found.rate, date: found.date };
}

/** The same for several currencies; those without a rate are absent. */
export async function ratesOn(
  ctx: UserContext,
  currencies: Iterable<string>,
  date: string,
): Promise<Map<string, DatedRate>> {
  const found = await Promise.all(
    [...new Set(currencies)].map(async (currency) => ({ currency, rate: await rateOn(ctx, currency, date) })),
  );
  return new Map(found.flatMap(({ currency, rate }) => (rate ? [[currency, rate]] : [])));
}

export async function listRates(
  ctx: UserContext,
  query: { currency?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<{ items: CurrencyRate[]; nextCursor: string | null; base: string }> {
  const base = ctx.tenant.currency;
  const { currency, limit, cursor } = query;
  const scope = { list: 'currency-rates', base, currency: currency ?? null };
  const { secret } = ctx.tenant;
  const startKey = cursor ? (openCursor(secret, scope, cursor) as Record<string, string>) : undefined;
  const page = await queryRates(ctx, base, { currency, limit, startKey });
  return {
    items: page.items.map(({ currency, date, rate }) => ({ currency, date, rate })),
    nextCursor: page.lastKey ? sealCursor(secret, scope, page.lastKey) : null,
    base,
  };
}

/** Sets the rates of days; opportunities that are closed keep the rate they closed at. */
export async function setRates(ctx: UserContext, { items }: RatesInput): Promise<void> {
  requirePermission(ctx, 'rates.manage');
  const base = ctx.tenant.currency;
  const errors = items.flatMap(({ currency, date }, position): FieldError[] => {
    const refuse = (code: string, detail: string) => [
      { pointer: `/items/${position}/currency`, code, detail },
    ];
    if (!isCurrency(currency)) return refuse('currency.unknown', 'There is no such currency.');
    if (currency === base) return refuse('rate.base_currency', 'The base currency is always worth 1.');
    const first = items.findIndex((other) => other.currency === currency && other.date === date);
    return first < position ? refuse('rate.repeated', 'This day is given twice.') : [];
  });
  if (errors.length > 0) throw invalidInput(errors);
  await writeRates(ctx, base, items, {
    type: 'tenant.currency_rates_changed',
    subject: { type: 'tenant', id: ctx.tenantId },
    data: { base, items },
    isAudited: true,
  });
}
