import { NotFoundError, refused } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { UserContext } from '../access/user-context';
import { preferencesSchema, type SessionChanges } from '../sessions/schema';
import { userUpdated } from './events';
import type { PreferencesItem, UserItem } from './items';
import { preferencesKey, userKey } from './keys';
import { findUser } from './repository';

/** Changes what a user may change about themselves. Preferences are merged by name; null forgets one. */
export async function updateProfile(
  ctx: UserContext,
  user: UserItem,
  { preferences, ...profile }: SessionChanges,
): Promise<UserItem> {
  if (preferences) await mergePreferences(ctx, user.sk, preferences);
  return Object.keys(profile).length > 0 ? changeProfile(ctx, user, profile) : user;
}

async function changeProfile(
  ctx: UserContext,
  user: UserItem,
  profile: Omit<SessionChanges, 'preferences'>,
): Promise<UserItem> {
  const after: UserItem = Object.assign({ ...user }, profile, { version: user.version + 1 });
  const { name, locale, version } = after;
  try {
    await commit(
      ctx,
      [
        {
          update: userKey(user.sk),
          set: { name, locale, version },
          if: { equals: { version: user.version } },
        },
      ],
      [userUpdated(user, after)],
    );
    return after;
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    // An administrator changed the user at the same moment: on top of that, then.
    const current = await findUser(ctx, user.sk);
    if (!current) throw new NotFoundError();
    return changeProfile(ctx, current, profile);
  }
}

async function mergePreferences(
  ctx: UserContext,
  userId: string,
  changes: Record<string, unknown>,
): Promise<void> {
  const stored = await ctx.table.get<PreferencesItem>(preferencesKey(userId));
  const merged = Object.entries({ ...stored?.preferences, ...changes }).filter(([, value]) => value !== null);
  const preferences = Object.fromEntries(merged);
  if (!preferencesSchema.safeParse(preferences).success) {
    throw refused('/preferences', 'preferences.too_large', 'Too many preferences.');
  }
  const item: PreferencesItem = { ...preferencesKey(userId), kind: 'preferences', preferences };
  await ctx.table.batchWrite([{ put: item }]);
}
