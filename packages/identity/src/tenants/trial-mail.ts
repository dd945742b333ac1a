import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import * as z from 'zod';
import { appPage, sendMail } from '../mails/mail';
import { trialEndedMail, trialEndingMail } from '../mails/trial-mails';
import type { UserItem } from '../users/items';
import { listUserItems } from '../users/repository';
import type { TenantItem } from './items';
import { findTenant } from './repository';
import { isTrialOver, trialDaysLeft } from './trial';
import { TRIAL_ENDED, TRIAL_ENDING } from './trial-timers';

const dueSchema = z.object({ timer: z.enum([TRIAL_ENDING, TRIAL_ENDED]) });
const NOTICE_AT_MOST_DAYS = 7;

/**
 * Answers the trial's timers with a mail to each administrator. A timer that fires after the trial was extended finds
 * that it is not due, and says nothing.
 */
export async function sendTrialMails(ctx: TenantContext, event: DomainEvent): Promise<void> {
  const { timer } = dueSchema.parse(event.data);
  const tenant = await findTenant(ctx);
  if (!tenant || !isDue(timer, tenant, ctx.clock.now())) return;
  const users = await listUserItems(ctx);
  const admins = users.filter(({ roleId, status }) => roleId === 'admin' && status === 'active');
  for (const admin of admins) await sendTo(ctx, event, timer, tenant, admin);
}

function isDue(timer: string, tenant: TenantItem, now: Date): boolean {
  if (tenant.plan !== 'trial' || tenant.state !== 'active') return false;
  if (timer === TRIAL_ENDED) return isTrialOver(tenant, now);
  return !isTrialOver(tenant, now) && (trialDaysLeft(tenant, now) ?? Infinity) <= NOTICE_AT_MOST_DAYS;
}

async function sendTo(
  ctx: TenantContext,
  event: DomainEvent,
  timer: string,
  tenant: TenantItem,
  admin: UserItem,
): Promise<void> {
  const params = {
    name: admin.name,
    company: tenant.name,
    days: trialDaysLeft(tenant, ctx.clock.now()) ?? 0,
    url: appPage('/'),
  };
  const write = timer === TRIAL_ENDED ? trialEndedMail : trialEndingMail;
  await sendMail(ctx, event, timer.replace('.', '-'), admin, () => write(admin.locale, params));
}
