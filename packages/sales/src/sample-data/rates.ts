import type { UserContext } from '@vinculo/identity/access/user-context';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import { dateIn } from '@vinculo/records/lists/relative-values';
import type { RateOfDay } from '../currency-rates/keys';
import { findRate, insertSampleRates, removeSampleRates } from '../currency-rates/repository';
import { foreignCurrencies, sampleRate } from './amounts';

/** Days before loading, and how far the rate of that day was from the present one. */
const DAYS = [
  [365, -0.02],
  [90, 0.015],
  [30, 0],
] as const;

const DAY_MS = 86_400_000;

/** The rates that sample amounts need, of currencies that the tenant has set none for. */
export async function missingRates(ctx: UserContext, now: Date): Promise<RateOfDay[]> {
  const { currency: base, timeZone } = ctx.tenant;
  const today = dateIn(timeZone, now);
  const missing: string[] = [];
  for (const currency of foreignCurrencies(base)) {
    if (!(await findRate(ctx, base, currency, today))) missing.push(currency);
  }
  return missing.flatMap((currency) =>
    DAYS.map(([ago, drift]) => ({
      currency,
      date: dateIn(timeZone, new Date(now.getTime() - ago * DAY_MS)),
      rate: sampleRate(currency, base, drift),
    })),
  );
}

/** Sets the rates once; a day that has one keeps it. */
export async function addSampleRates(ctx: UserContext, rates: readonly RateOfDay[]): Promise<void> {
  if (rates.length === 0) return;
  const base = ctx.tenant.currency;
  const subject = { type: 'tenant', id: ctx.tenantId };
  const event = { type: 'tenant.currency_rates_changed', subject, data: { base, items: rates } };
  try {
    await insertSampleRates(ctx, base, rates, event);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
  }
}

/** Forgets the sample rates that nobody has replaced by real ones. */
export async function dropSampleRates(
  ctx: UserContext,
  days: ReadonlyArray<Pick<RateOfDay, 'currency' | 'date'>>,
): Promise<void> {
  await removeSampleRates(ctx, ctx.tenant.currency, days);
}
