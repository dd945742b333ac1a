import type { Rate } from '@vinculo/platform/rates/bucket';

/** What one plan lets through: all of a tenant together, and each of its users and API keys. */
interface PlanRates {
  tenant: Rate;
  principal: Rate;
}

export type Rates = Record<'trial' | 'paid', PlanRates>;

/**
 * Requests a second, and at once. A page of the client takes about ten; an operation of a batch counts as a request.
 * Of `burst`, what flows in during a lease is held back: a trial's user has 200 at once.
 */
export const RATES: Rates = {
  trial: { tenant: { perSecond: 20, burst: 600 }, principal: { perSecond: 10, burst: 300 } },
  paid: { tenant: { perSecond: 100, burst: 3_000 }, principal: { perSecond: 50, burst: 1_500 } },
};

/** For a computer that has all of the product to itself. */
export function timesAll(factor: number, rates: Rates = RATES): Rates {
  const times = ({ perSecond, burst }: Rate) => ({ perSecond: perSecond * factor, burst: burst * factor });
  const plan = ({ tenant, principal }: PlanRates) => ({
    tenant: times(tenant),
    principal: times(principal),
  });
  return { trial: plan(rates.trial), paid: plan(rates.paid) };
}
