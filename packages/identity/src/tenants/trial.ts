/**
 * A trial lasts 30 days from the verified address. When it is over the tenant is read-only, decided by the clock on
 * each request, so that no timer has to fire for it and an extension works at once.
 */
export const TRIAL_DAYS = 30;
export const DAY_MS = 86_400_000;

export interface TrialState {
  plan: 'trial' | 'paid';
  trialEndsAt?: string;
}

export function isTrialOver({ plan, trialEndsAt }: TrialState, now: Date): boolean {
  return plan === 'trial' && trialEndsAt !== undefined && Date.parse(trialEndsAt) <= now.getTime();
}

/** Days begun that are left; null for a tenant that pays. */
export function trialDaysLeft({ plan, trialEndsAt }: TrialState, now: Date): number | null {
  if (plan !== 'trial' || trialEndsAt === undefined) return null;
  return Math.max(0, Math.ceil((Date.parse(trialEndsAt) - now.getTime()) / DAY_MS));
}
