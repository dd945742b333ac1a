import type { TenantContext } from '@vinculo/platform/context';
import { ConflictError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { tenantContext } from '@vinculo/platform/runtime';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { RequestFacts } from '../access/public-env';
import { invalidLink } from '../directory/invalid-link';
import { findLink, forgetLink } from '../directory/link-tokens';
import { claimLogin } from '../directory/logins';
import { hashPassword } from '../passwords/hash';
import { assertPasswordAcceptable } from '../passwords/rules';
import { type Entrance, enter } from '../sessions/enter';
import type { TenantItem } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import { isTrialOver } from '../tenants/trial';
import { trialEnded } from '../tenants/trial-ended';
import type { CredentialItem, UserItem } from '../users/items';
import { credentialKey } from '../users/keys';
import { findUser } from '../users/repository';
import { userJoined } from './events';
import { invitationKey } from './keys';
import { findInvitation, type InvitationItem } from './repository';
import type { Accept, InvitationLookup } from './schema';

interface OpenInvitation {
  ctx: TenantContext;
  hash: string;
  invitation: InvitationItem;
  tenant: TenantItem;
  user: UserItem;
}

/** Who invites whom where, for the holder of the link. Throws 422 `link.invalid`. */
export async function lookUpInvitation(token: string, facts: RequestFacts): Promise<InvitationLookup> {
  const { ctx, invitation, tenant } = await openInvitation(token, facts);
  const inviter = await findUser(ctx, invitation.invitedBy);
  return { company: tenant.name, email: invitation.email, inviter: inviter?.name ?? tenant.name };
}

/**
 * Turns an invited user into a member and logs in. The address is claimed before, repeatably, so a call that was cut
 * off half-way works again. Throws 422 `link.invalid`, 409 `invitation.email_taken` when the address has an account in
 * another company, 402 when the trial is over.
 */
export async function acceptInvitation(
  { token, name, password, locale }: Accept,
  facts: RequestFacts,
): Promise<Entrance> {
  const { ctx, hash, invitation, tenant, user } = await openInvitation(token, facts);
  if (isTrialOver(tenant, ctx.clock.now())) throw trialEnded();
  await assertPasswordAcceptable(password, { company: tenant.name, email: user.email });
  const passwordHash = await hashPassword(password);
  if (!(await claimLogin(user.email, { tenantId: ctx.tenantId, userId: user.sk }))) {
    throw new ConflictError(
      'invitation.email_taken',
      'This address has an account in another company. Ask for an invitation to another address.',
    );
  }
  const member: UserItem = { ...user, name, locale, status: 'active', version: user.version + 1 };
  const credential: CredentialItem = { ...credentialKey(user.sk), kind: 'credential', passwordHash };
  await join(ctx, invitation, member, credential);
  await forgetLink(hash);
  return enter(ctx, { tenant, user: member }, facts, 'invitation');
}

async function openInvitation(token: string, { requestId }: RequestFacts): Promise<OpenInvitation> {
  const link = await findLink(token, 'invitation');
  if (!link) throw invalidLink();
  const base = tenantContext(link.tenantId, { kind: 'system', id: 'invitation' }, requestId);
  const invitation = await findInvitation(base, link.subjectId);
  const isOpen =
    invitation?.linkHash === link.hash && Date.parse(invitation.validUntil) > base.clock.now().getTime();
  if (!invitation || !isOpen) throw invalidLink();
  const [tenant, user] = await Promise.all([
    base.table.get<TenantItem>(tenantKey(link.tenantId)),
    findUser(base, invitation.userId),
  ]);
  if (!tenant || !user || user.status !== 'invited') throw invalidLink();
  return {
    ctx: { ...base, actor: { kind: 'user', id: user.sk } },
    hash: link.hash,
    invitation,
    tenant,
    user,
  };
}

async function join(
  ctx: TenantContext,
  invitation: InvitationItem,
  member: UserItem,
  credential: CredentialItem,
): Promise<void> {
  try {
    await commit(
      ctx,
      [
        { delete: invitationKey(invitation.sk), if: { equals: { linkHash: invitation.linkHash } } },
        { put: member, if: { equals: { status: 'invited', version: member.version - 1 } } },
        { put: credential, if: 'absent' },
      ],
      [userJoined(invitation, member.roleId)],
    );
  } catch (error) {
    throw error instanceof ConditionFailedError ? invalidLink(error) : error;
  }
}
