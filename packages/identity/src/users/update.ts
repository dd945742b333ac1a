import { ConflictError, NotFoundError, refused, StaleError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import type { UserContext } from '../access/user-context';
import { assertMayGrant } from '../roles/grant';
import { moveHolder, readAccess, requireAccess } from '../roles/repository';
import { sweepSessions } from '../sessions/service';
import { countMembers, missingTeams } from '../teams/repository';
import { userUpdated } from './events';
import { toUser, type UserItem } from './items';
import { userKey } from './keys';
import { findOtherAdmin, findUser } from './repository';
import type { User, UserChanges } from './schema';

/**
 * Changes a colleague's role, teams, name or status. Whoever does it must have all the rights that the colleague has
 * and gets; the last active administrator stays one; a disabled user's sessions end in the same transaction (S6).
 * Throws 403, 404, 409 `user.last_admin`, 412 with the user as it is, 422.
 */
export async function updateUser(
  ctx: UserContext,
  userId: string,
  version: number,
  changes: UserChanges,
): Promise<User> {
  const before = await findUser(ctx, userId);
  if (!before) throw new NotFoundError();
  if (before.version !== version) throw new StaleError(toUser(before));
  const after: UserItem = Object.assign({ ...before }, changes, { version: version + 1 });
  await assertAllowed(ctx, before, after);
  if (after.status === 'disabled' && before.status !== 'disabled') after.sessionEpoch += 1;

  const { name, roleId, teamIds, status, sessionEpoch } = after;
  const writes: Write[] = [
    {
      update: userKey(userId),
      set: { name, roleId, teamIds, status, sessionEpoch, version: after.version },
      if: { equals: { version, sessionEpoch: before.sessionEpoch } },
    },
    ...(await keepAnAdmin(ctx, before, after)),
    ...moveHolder(before.roleId, roleId),
    ...countMembers(before.teamIds, teamIds),
  ];
  try {
    await commit(ctx, writes, [userUpdated(before, after)]);
  } catch (error) {
    if (error instanceof ConditionFailedError) throw await conflictOf(ctx, userId, version);
    throw error;
  }
  if (sessionEpoch > before.sessionEpoch) await sweepSessions(ctx, userId, sessionEpoch);
  return toUser(after);
}

async function assertAllowed(ctx: UserContext, before: UserItem, after: UserItem): Promise<void> {
  const current = await readAccess(ctx, before.roleId, 'en');
  if (current) assertMayGrant(ctx.access, current.access);
  if (before.status === 'invited' && after.status !== 'invited') {
    throw refused('/status', 'user.invited', 'This person has not accepted the invitation yet.');
  }
  if (after.roleId !== before.roleId) {
    assertMayGrant(ctx.access, await requireAccess(ctx, after.roleId));
  }
  const missing = await missingTeams(
    ctx,
    after.teamIds.filter((id) => !before.teamIds.includes(id)),
  );
  if (missing.length > 0) throw refused('/teamIds', 'reference.not_found', 'There is no such team.');
}

/** Names another administrator whose being one is checked in the same transaction: two cannot remove each other. */
async function keepAnAdmin(ctx: UserContext, before: UserItem, after: UserItem): Promise<Write[]> {
  const isAdmin = (user: UserItem) => user.roleId === 'admin' && user.status === 'active';
  if (!isAdmin(before) || isAdmin(after)) return [];
  const other = await findOtherAdmin(ctx, before.sk);
  if (!other) {
    throw new ConflictError('user.last_admin', 'Somebody else must be an administrator first.');
  }
  return [{ check: userKey(other.sk), if: { equals: { roleId: 'admin', status: 'active' } } }];
}

async function conflictOf(ctx: UserContext, userId: string, version: number) {
  const now = await findUser(ctx, userId);
  if (!now) return new NotFoundError();
  if (now.version !== version) return new StaleError(toUser(now));
  return new ConflictError('user.changed', 'Roles, teams or users changed meanwhile. Try again.');
}
