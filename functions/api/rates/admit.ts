import type { Principal } from '@vinculo/identity/access/principal';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { LimitError } from '@vinculo/platform/errors';
import { capacityOf, type Rate } from '@vinculo/platform/rates/bucket';
import type { Reading } from '@vinculo/platform/rates/rate-limiter';
import { RateLimiter } from '@vinculo/platform/rates/rate-limiter';
import type { Context, MiddlewareHandler } from 'hono';
import type { ApiEnv } from '../env';
import type { Rates } from './plans';

/** One bucket of the request, as its answer tells of it. */
export interface RateReading extends Reading {
  policy: 'tenant' | 'user' | 'key';
  rate: Rate;
}

/** Lets a request through, or throws 429. */
export type Admit = (
  c: Context<ApiEnv>,
  ctx: UserContext,
  principal: Principal,
  cost: number,
) => Promise<void>;

/** Meters requests by their tenant and by who makes them, each by the tenant's plan (T7). */
export function admitBy(rates: Rates): Admit {
  const limiter = new RateLimiter();
  return async function admit(c, ctx, principal, cost) {
    const plan = rates[principal.tenant.plan];
    const person = principal.kind === 'session' ? 'user' : 'key';
    const meters = [
      { policy: 'tenant', rate: plan.tenant, name: 'tenant' },
      { policy: person, rate: plan.principal, name: `${person}#${ctx.actor.id}` },
    ] as const;
    const readings = await Promise.all(
      meters.map(async ({ policy, rate, name }) => {
        const metered = { tenantId: ctx.tenantId, name, rate };
        return { policy, rate, ...(await limiter.take(metered, cost, ctx)) };
      }),
    );
    c.set('rates', readings);
    const refused = readings.filter(({ isAdmitted }) => !isAdmitted);
    if (refused.length === 0) return;
    const waitMs = Math.max(...refused.map(({ retryAfterMs }) => retryAfterMs));
    throw new LimitError(
      'request.throttled',
      'Too many requests. Wait, then go on.',
      Math.ceil(waitMs / 1000),
      {
        extra: { policies: refused.map(({ policy }) => policy) },
      },
    );
  };
}

/** Tells in every answer what may still be asked, as the IETF's draft of RateLimit fields has it. */
export const sayRates: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next();
  const { rates } = c.var;
  if (!rates) return;
  c.res.headers.set('ratelimit-policy', rates.map(toPolicy).join(', '));
  c.res.headers.set('ratelimit', rates.map(toState).join(', '));
};

function toPolicy({ policy, rate }: RateReading): string {
  const quota = capacityOf(rate);
  return `"${policy}";q=${quota};w=${Math.ceil(quota / rate.perSecond)}`;
}

function toState({ policy, rate, remaining }: RateReading): string {
  const missing = Math.max(0, capacityOf(rate) - remaining);
  return `"${policy}";r=${remaining};t=${Math.ceil(missing / rate.perSecond)}`;
}
