import type { TenantContext } from '@vinculo/platform/context';
import { ConflictError } from '@vinculo/platform/errors';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import { userKey } from '../users/keys';
import { isOn, noSecondFactor, type SecondFactorItem, type Totp, type TotpEnrolmentItem } from './items';
import { secondFactorKey, totpEnrolmentKey } from './keys';

/** The user's second factor; nothing of it is set where there is none. */
export async function readSecondFactor(ctx: TenantContext, userId: string): Promise<SecondFactorItem> {
  const stored = await ctx.table.get<SecondFactorItem>(secondFactorKey(userId));
  return stored ?? noSecondFactor(userId);
}

export async function findEnrolment(
  ctx: TenantContext,
  userId: string,
): Promise<TotpEnrolmentItem | undefined> {
  const item = await ctx.table.get<TotpEnrolmentItem>(totpEnrolmentKey(userId));
  return item && item.expiresAt * 1000 > ctx.clock.now().getTime() ? item : undefined;
}

export async function putEnrolment(ctx: TenantContext, userId: string, sealed: string, expiresAt: Date) {
  const item: TotpEnrolmentItem = {
    ...totpEnrolmentKey(userId),
    kind: 'totp_enrolment',
    sealed,
    expiresAt: Math.floor(expiresAt.getTime() / 1000),
  };
  await ctx.table.batchWrite([{ put: item }]);
}

/**
 * Writes what became of a second factor, and whether there is one to the user's own item, in one transaction. Without
 * any factor left the recovery codes go too. Throws 409 `second_factor.changed` when it changed since it was read.
 */
export async function changeSecondFactor(
  ctx: TenantContext,
  before: SecondFactorItem,
  changes: { totp?: Totp | undefined; passkeys?: number; recoveryHashes?: string[] },
  events: NewEvent[],
  further: Write[] = [],
): Promise<SecondFactorItem> {
  const after: SecondFactorItem = Object.assign({ ...before }, changes, { version: before.version + 1 });
  try {
    await commit(ctx, [factorWrite(before, after), ...userWrites(before, after), ...further], events);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    throw new ConflictError('second_factor.changed', 'The second factor changed meanwhile. Try again.', {
      cause: error,
    });
  }
  return after;
}

function factorWrite(before: SecondFactorItem, after: SecondFactorItem): Write {
  const unchanged = { equals: { version: before.version } };
  if (isOn(after)) return { put: after, if: before.version === 0 ? 'absent' : unchanged };
  return { delete: secondFactorKey(before.pk), if: unchanged };
}

function userWrites(before: SecondFactorItem, after: SecondFactorItem): Write[] {
  if (isOn(before) === isOn(after)) return [];
  const update = userKey(before.pk);
  return isOn(after)
    ? [{ update, set: { hasSecondFactor: true }, if: 'present' }]
    : [{ update, remove: ['hasSecondFactor'], if: 'present' }];
}
