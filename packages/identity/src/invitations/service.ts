import { ConflictError, invalidInput, NotFoundError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { newId } from '@vinculo/platform/ids';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { UserContext } from '../access/user-context';
import { countAgainst, type Limit, usedOf } from '../directory/limits';
import { assertMayGrant } from '../roles/grant';
import { countHolder, readAccess } from '../roles/repository';
import { countMembers, missingTeams } from '../teams/repository';
import { DAY_MS } from '../tenants/trial';
import type { UserItem } from '../users/items';
import { addressKey, userKey } from '../users/keys';
import { findUser, listUserItems } from '../users/repository';
import { toLocale } from '../users/schema';
import { invitationWithdrawn, userInvited } from './events';
import { invitationKey } from './keys';
import { findInvitation, type InvitationItem, listInvitationItems, toInvitation } from './repository';
import type { Invitation, Invite } from './schema';

const VALID_DAYS = 7;
const MAILS_A_DAY = 100;

export async function listInvitations(ctx: UserContext): Promise<Invitation[]> {
  const [invitations, users] = await Promise.all([listInvitationItems(ctx), listUserItems(ctx)]);
  return invitations.flatMap((invitation) => {
    const user = users.find((candidate) => candidate.sk === invitation.userId);
    return user ? [toInvitation(invitation, user)] : [];
  });
}

/**
 * Invites a colleague, who is from now on a user that cannot log in yet. Whether the address has an account in another
 * company is not told here; its owner learns it when accepting. Throws 409 `user.email_taken` for a colleague's
 * address, 403 for a role beyond the actor's own rights, 422, 429.
 */
export async function invite(ctx: UserContext, input: Invite): Promise<Invitation> {
  const { email, roleId, teamIds = [], message } = input;
  await assertGrantable(ctx, roleId, teamIds);
  await countMail(ctx);
  const now = ctx.clock.now();
  const createdAt = now.toISOString();
  const userId = newId('usr', now);
  const invitation: InvitationItem = {
    ...invitationKey(newId('inv', now)),
    kind: 'invitation',
    userId,
    email,
    ...(message ? { message } : {}),
    invitedBy: ctx.actor.id,
    createdAt,
    validUntil: validUntil(now),
  };
  const user: UserItem = {
    ...userKey(userId),
    kind: 'user',
    name: email,
    email,
    locale: toLocale(ctx.tenant.locale),
    roleId,
    teamIds,
    status: 'invited',
    sessionEpoch: 1,
    createdAt,
    version: 1,
  };
  try {
    await commit(
      ctx,
      [
        { put: { ...addressKey(email), kind: 'address', userId }, if: 'absent' },
        { put: user, if: 'absent' },
        { put: invitation, if: 'absent' },
        ...countHolder(roleId, 1),
        ...countMembers([], teamIds),
      ],
      [userInvited(invitation, user)],
      [{ type: 'invitation', id: invitation.sk }],
    );
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    if (error.failed.includes(0)) throw addressTaken();
    throw new ConflictError('user.changed', 'Roles or teams changed meanwhile. Try again.', { cause: error });
  }
  return toInvitation(invitation, user);
}

/** Mails a new link, good for 7 days; the old one stops working. Throws 404, 429. */
export async function resendInvitation(ctx: UserContext, id: string): Promise<void> {
  const { invitation, user } = await readInvitation(ctx, id);
  await countMail(ctx);
  await orGone(
    commit(
      ctx,
      [
        {
          update: invitationKey(id),
          set: { validUntil: validUntil(ctx.clock.now()) },
          remove: ['linkHash'],
          if: 'present',
        },
      ],
      [userInvited(invitation, user)],
    ),
  );
}

/** Takes an invitation back: the link stops working and the address is free again. Throws 404. */
export async function withdrawInvitation(ctx: UserContext, id: string): Promise<void> {
  const { invitation, user } = await readInvitation(ctx, id);
  await orGone(
    commit(
      ctx,
      [
        { delete: invitationKey(id), if: 'present' },
        { delete: userKey(user.sk), if: { equals: { status: 'invited', version: user.version } } },
        { delete: addressKey(invitation.email) },
        ...countHolder(user.roleId, -1),
        ...countMembers(user.teamIds, []),
      ],
      [invitationWithdrawn(invitation)],
    ),
  );
}

async function assertGrantable(ctx: UserContext, roleId: string, teamIds: readonly string[]): Promise<void> {
  const role = await readAccess(ctx, roleId, 'en');
  const missing = await missingTeams(ctx, teamIds);
  const errors = [
    ...(role ? [] : [{ pointer: '/roleId', code: 'reference.not_found', detail: 'There is no such role.' }]),
    ...(missing.length > 0
      ? [{ pointer: '/teamIds', code: 'reference.not_found', detail: 'There is no such team.' }]
      : []),
  ];
  if (!role || errors.length > 0) {
    throw invalidInput(errors);
  }
  assertMayGrant(ctx.access, role.access);
}

/** Invitations that the company has mailed today, and how many it may. */
export async function invitationMails(ctx: UserContext): Promise<{ limit: number; used: number }> {
  return { limit: MAILS_A_DAY, used: await usedOf(mailsOf(ctx)) };
}

const mailsOf = ({ tenantId }: UserContext): Limit => ({
  name: 'invitation',
  subject: tenantId,
  maximum: MAILS_A_DAY,
  windowMs: DAY_MS,
});

async function countMail(ctx: UserContext): Promise<void> {
  await countAgainst(
    [mailsOf(ctx)],
    'invitation.throttled',
    `A company can send ${MAILS_A_DAY} invitations a day.`,
  );
}

async function readInvitation(
  ctx: UserContext,
  id: string,
): Promise<{ invitation: InvitationItem; user: UserItem }> {
  const invitation = await findInvitation(ctx, id);
  const user = invitation && (await findUser(ctx, invitation.userId));
  if (!invitation || !user) throw new NotFoundError();
  return { invitation, user };
}

/** Accepted or withdrawn by somebody else a moment ago. */
async function orGone(committed: Promise<unknown>): Promise<void> {
  try {
    await committed;
  } catch (error) {
    throw error instanceof ConditionFailedError ? new NotFoundError() : error;
  }
}

function validUntil(from: Date): string {
  return new Date(from.getTime() + VALID_DAYS * DAY_MS).toISOString();
}

function addressTaken(): ConflictError {
  return new ConflictError('user.email_taken', 'Somebody in the company has this address already.', {
    errors: [{ pointer: '/email', code: 'user.email_taken', detail: 'Somebody has this address already.' }],
  });
}
