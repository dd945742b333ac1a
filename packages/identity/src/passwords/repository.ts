import type { TenantContext } from '@vinculo/platform/context';
import { ConflictError } from '@vinculo/platform/errors';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { CredentialItem, UserItem } from '../users/items';
import { credentialKey, userKey } from '../users/keys';
import { hashPassword, isOutdated } from './hash';

/**
 * Sets a new password, makes the open reset link useless and ends every session of the user, in one transaction
 * (S6). Returns the user as it is then. Throws 409 when the password or the user changed since they were read.
 */
export async function replacePassword(
  ctx: TenantContext,
  { user, credential }: { user: UserItem; credential: CredentialItem },
  passwordHash: string,
  event: NewEvent,
): Promise<UserItem> {
  const { resetHash: _, ...kept } = credential;
  const sessionEpoch = user.sessionEpoch + 1;
  const unchanged = { passwordHash: credential.passwordHash, resetHash: credential.resetHash };
  try {
    await commit(
      ctx,
      [
        { put: { ...kept, passwordHash }, if: { equals: unchanged } },
        {
          update: userKey(user.sk),
          set: { sessionEpoch },
          if: { equals: { sessionEpoch: user.sessionEpoch, status: 'active' } },
        },
      ],
      [event],
    );
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    throw new ConflictError('password.changed', 'The account changed meanwhile. Try again.', {
      cause: error,
    });
  }
  return { ...user, sessionEpoch };
}

/** Remembers the one link that may set a new password; an older one stops working. */
export async function rememberReset(ctx: TenantContext, userId: string, resetHash: string): Promise<void> {
  await ctx.table.transact([{ update: credentialKey(userId), set: { resetHash }, if: 'present' }]);
}

/** Stores the password under today's parameters when it was stored under weaker ones (S1). */
export async function renewHash(
  ctx: TenantContext,
  credential: CredentialItem,
  password: string,
): Promise<void> {
  if (!isOutdated(credential.passwordHash)) return;
  const passwordHash = await hashPassword(password);
  try {
    await ctx.table.transact([
      {
        update: { pk: credential.pk, sk: credential.sk },
        set: { passwordHash },
        if: { equals: { passwordHash: credential.passwordHash } },
      },
    ]);
  } catch (error) {
    // Somebody set another password or renewed it first: theirs stands.
    if (!(error instanceof ConditionFailedError)) throw error;
  }
}
