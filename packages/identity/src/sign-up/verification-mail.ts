import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { mintLink } from '../directory/link-tokens';
import { findLogin } from '../directory/logins';
import { appLink, appPage, sendMail } from '../mails/mail';
import { accountExistsMail, verificationMail } from '../mails/sign-up-mails';
import type { TenantItem } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import { DAY_MS } from '../tenants/trial';
import type { UserItem } from '../users/items';
import { userKey } from '../users/keys';
import { tenantSignedUpDataSchema } from './events';
import { PENDING_DAYS } from './service';

/**
 * Answers `tenant.signed_up`: the link that proves the address, or, to somebody who has an account already, a word
 * saying so. Only the owner of the mailbox can tell the two apart (S3). The token exists in the mail alone.
 */
export async function sendVerificationMail(ctx: TenantContext, event: DomainEvent): Promise<void> {
  const { userId } = tenantSignedUpDataSchema.parse(event.data);
  const [tenant, user] = await Promise.all([
    ctx.table.get<TenantItem>(tenantKey(ctx.tenantId)),
    ctx.table.get<UserItem>(userKey(userId)),
  ]);
  if (!tenant || !user || tenant.state !== 'pending') return;
  await sendMail(ctx, event, 'verification', user, async () => {
    if (await findLogin(user.email)) return accountExistsMail(user.locale, appPage('/login'));
    const expiresAt = new Date(Date.parse(tenant.createdAt) + PENDING_DAYS * DAY_MS);
    const { token } = await mintLink(
      { purpose: 'verify', tenantId: ctx.tenantId, subjectId: userId },
      expiresAt,
    );
    return verificationMail(user.locale, {
      name: user.name,
      company: tenant.name,
      url: appLink('/verify', token),
    });
  });
}
