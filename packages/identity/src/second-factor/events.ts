import type { NewEvent } from '@vinculo/platform/events/commit';
import type { RequestFacts } from '../access/public-env';
import type { FactorMethod } from './schema';

type Facts = Pick<RequestFacts, 'ip' | 'userAgent'>;

export function totpEnabled(userId: string, facts: Facts): NewEvent {
  return factorEvent('user.second_factor_enabled', userId, { method: 'totp', ...told(facts) });
}

export function totpDisabled(userId: string, facts: Facts): NewEvent {
  return factorEvent('user.second_factor_disabled', userId, { method: 'totp', ...told(facts) });
}

export function recoveryCodesRenewed(userId: string, facts: Facts): NewEvent {
  return factorEvent('user.recovery_codes_renewed', userId, told(facts));
}

export function recoveryCodeUsed(userId: string, left: number, facts: Facts): NewEvent {
  return factorEvent('user.recovery_code_used', userId, { left, ...told(facts) });
}

/** The password was right, the second step was not: somebody may know the password. */
export function secondFactorFailed(userId: string, method: FactorMethod, facts: Facts): NewEvent {
  return factorEvent('user.second_factor_failed', userId, { method, ...told(facts) });
}

/** By an administrator, for who lost theirs. */
export function secondFactorReset(userId: string): NewEvent {
  return factorEvent('user.second_factor_reset', userId, {});
}

function factorEvent(type: string, userId: string, data: Record<string, unknown>): NewEvent {
  return { type, subject: { type: 'user', id: userId }, data, isAudited: true };
}

function told({ ip, userAgent }: Facts): Record<string, string> {
  return { ip, userAgent: userAgent.slice(0, 300) };
}
