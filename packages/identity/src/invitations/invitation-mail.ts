import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { mintLink } from '../directory/link-tokens';
import { invitationMail } from '../mails/invitation-mails';
import { appLink, sendMail } from '../mails/mail';
import type { TenantItem } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import { findUser } from '../users/repository';
import { userInvitedDataSchema } from './events';
import { findInvitation, rememberLink } from './repository';

/** Answers `user.invited`: the link that makes the invited person a member. Nothing when it was withdrawn meanwhile. */
export async function sendInvitationMail(ctx: TenantContext, event: DomainEvent): Promise<void> {
  const { invitationId } = userInvitedDataSchema.parse(event.data);
  const invitation = await findInvitation(ctx, invitationId);
  const user = invitation && (await findUser(ctx, invitation.userId));
  const tenant = await ctx.table.get<TenantItem>(tenantKey(ctx.tenantId));
  if (!invitation || !user || !tenant) return;
  const inviter = await findUser(ctx, invitation.invitedBy);
  await sendMail(ctx, event, 'invitation', user, async () => {
    const { token, hash } = await mintLink(
      { purpose: 'invitation', tenantId: ctx.tenantId, subjectId: invitationId },
      new Date(invitation.validUntil),
    );
    await rememberLink(ctx, invitationId, hash);
    return invitationMail(user.locale, {
      company: tenant.name,
      inviter: inviter?.name ?? tenant.name,
      message: invitation.message,
      url: appLink('/accept-invitation', token),
    });
  });
}
