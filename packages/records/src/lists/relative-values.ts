import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Condition } from './condition';

/** Replaces `@me`, `@today` and `@today±Nd` by what they mean now, in the tenant's time zone. */
export function resolved(ctx: UserContext, condition: Condition): Condition {
  const { value } = condition;
  if (Array.isArray(value)) return { ...condition, value: value.map((part) => resolvedValue(ctx, part)) };
  return value === undefined ? condition : { ...condition, value: resolvedValue(ctx, value) };
}

function resolvedValue<T>(ctx: UserContext, value: T): T | string {
  if (value === '@me') return ctx.actor.id;
  const days = typeof value === 'string' ? /^@today(?:([+-]\d{1,4})d)?$/.exec(value) : null;
  if (!days) return value;
  const moment = new Date(ctx.clock.now().getTime() + Number(days[1] ?? 0) * 86_400_000);
  return dateIn(ctx.tenant.timeZone, moment);
}

/** The calendar date of a moment in a time zone, as YYYY-MM-DD. */
export function dateIn(timeZone: string, moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment);
}
