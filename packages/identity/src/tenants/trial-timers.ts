import type { TenantContext } from '@vinculo/platform/context';
import { findTenant } from './repository';
import { DAY_MS } from './trial';

export const TRIAL_ENDING = 'trial.ending';
export const TRIAL_ENDED = 'trial.ended';
const NOTICE_DAYS = 7;

/**
 * Answers `tenant.activated` and `tenant.trial_extended`: sets the timers for the mails before and at the end, from
 * the tenant as it is now, so that the order of events does not matter.
 */
export async function scheduleTrialTimers(ctx: TenantContext): Promise<void> {
  const tenant = await findTenant(ctx);
  if (tenant?.plan !== 'trial' || tenant.trialEndsAt === undefined) return;
  const endsAt = Date.parse(tenant.trialEndsAt);
  await setTimer(ctx, TRIAL_ENDING, new Date(endsAt - NOTICE_DAYS * DAY_MS));
  await setTimer(ctx, TRIAL_ENDED, new Date(endsAt));
}

async function setTimer(ctx: TenantContext, timer: string, at: Date): Promise<void> {
  const { tenantId } = ctx;
  // An extension by less than the notice leaves no time for one.
  if (at.getTime() <= ctx.clock.now().getTime()) return ctx.ports.schedules.clear(tenantId, timer);
  await ctx.ports.schedules.set({
    tenantId,
    name: timer,
    at,
    timer,
    subject: { type: 'tenant', id: tenantId },
  });
}
