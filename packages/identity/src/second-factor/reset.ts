import { ConflictError, ForbiddenError, NotFoundError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { UserContext } from '../access/user-context';
import { PASSKEY_PREFIX } from '../passkeys/keys';
import { forgetOwners, listPasskeyItems } from '../passkeys/repository';
import { assertMayGrant } from '../roles/grant';
import { readAccess } from '../roles/repository';
import { sweepSessions } from '../sessions/service';
import { userKey } from '../users/keys';
import { findUser } from '../users/repository';
import { secondFactorReset } from './events';
import { secondFactorKey, totpEnrolmentKey } from './keys';
import { forgetCodeFailures } from './prove';

/**
 * Takes a colleague's second factor away, who lost it, and ends their sessions, since what was lost may be a device that
 * is logged in. Whoever does it has all of the colleague's rights; for oneself there are recovery codes. Throws 403, 404.
 */
export async function resetSecondFactor(ctx: UserContext, userId: string): Promise<void> {
  const user = await findUser(ctx, userId);
  if (!user) throw new NotFoundError();
  if (userId === ctx.actor.id) {
    throw new ForbiddenError('second_factor.own', 'Turn your own second factor off in your settings.');
  }
  const role = await readAccess(ctx, user.roleId, 'en');
  if (role) assertMayGrant(ctx.access, role.access);
  if (!user.hasSecondFactor) return;
  const passkeys = await listPasskeyItems(ctx, userId);
  const sessionEpoch = user.sessionEpoch + 1;
  try {
    await commit(
      ctx,
      [
        {
          update: userKey(userId),
          set: { sessionEpoch },
          remove: ['hasSecondFactor'],
          if: { equals: { sessionEpoch: user.sessionEpoch } },
        },
        { delete: secondFactorKey(userId) },
        { delete: totpEnrolmentKey(userId) },
        ...passkeys.map(({ pk, sk }) => ({ delete: { pk, sk } })),
      ],
      [secondFactorReset(userId)],
    );
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    throw new ConflictError('user.changed', 'The user changed meanwhile. Try again.', { cause: error });
  }
  await forgetOwners(passkeys.map(({ sk }) => sk.slice(PASSKEY_PREFIX.length)));
  await forgetCodeFailures(userId);
  await sweepSessions(ctx, userId, sessionEpoch);
}
