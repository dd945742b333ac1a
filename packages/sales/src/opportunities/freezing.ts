import type { UserContext } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import type { Opportunity } from './opportunity';

const { rateOn } = deferred(() => import('../currency-rates/service'), 'rateOn');

/*
 * A closed opportunity is worth what it was worth when it closed: the rate of its closing date is written into it, so
 * that later rates move no total of the past. Reopening forgets the rate.
 */

export async function freezeRate(
  ctx: UserContext,
  before: Opportunity | undefined,
  after: Opportunity,
): Promise<void> {
  const { amount, closedOn } = after;
  if (after.status === 'open' || !amount || closedOn === undefined) return forgetRate(after);
  const isFrozen =
    before?.closedRate !== undefined &&
    before.status === after.status &&
    before.closedOn === closedOn &&
    before.amount?.currency === amount.currency;
  if (isFrozen) return;
  forgetRate(after);
  const rate = await rateOn(ctx, amount.currency, closedOn);
  // Without a rate it is shown in its own currency, and looked up again when it is next changed.
  if (!rate) return;
  after.closedRate = rate.rate;
  after.closedRateOn = rate.date;
  after.closedCurrency = ctx.tenant.currency;
}

function forgetRate(opportunity: Opportunity): void {
  delete opportunity.closedRate;
  delete opportunity.closedRateOn;
  delete opportunity.closedCurrency;
}
