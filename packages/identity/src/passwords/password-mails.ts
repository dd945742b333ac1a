import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { mintLink } from '../directory/link-tokens';
import { appLink, appPage, sendMail } from '../mails/mail';
import { inWords } from '../mails/moment';
import { passwordChangedMail, passwordResetMail } from '../mails/password-mails';
import { readAccount } from '../users/account';
import { rememberReset } from './repository';

const LINK_LIFE_MS = 3_600_000;

/** Answers `user.password_reset_requested`: a link that sets a new password, once, within the hour. */
export async function sendPasswordResetMail(ctx: TenantContext, event: DomainEvent): Promise<void> {
  const account = await readAccount(ctx, event.subject.id);
  if (account?.tenant.state !== 'active' || account.user.status !== 'active') return;
  const { user } = account;
  await sendMail(ctx, event, 'password-reset', user, async () => {
    const expiresAt = new Date(ctx.clock.now().getTime() + LINK_LIFE_MS);
    const { token, hash } = await mintLink(
      { purpose: 'reset', tenantId: ctx.tenantId, subjectId: user.sk },
      expiresAt,
    );
    await rememberReset(ctx, user.sk, hash);
    return passwordResetMail(user.locale, { name: user.name, url: appLink('/reset-password', token) });
  });
}

/** Answers `user.password_changed`: tells the user, who may not have been the one. */
export async function sendPasswordChangedMail(ctx: TenantContext, event: DomainEvent): Promise<void> {
  const account = await readAccount(ctx, event.subject.id);
  if (account?.user.status !== 'active') return;
  const { user, tenant } = account;
  await sendMail(ctx, event, 'password-changed', user, () =>
    passwordChangedMail(user.locale, {
      name: user.name,
      at: inWords(event.at, { locale: user.locale, timeZone: tenant.timeZone }),
      url: appPage('/forgot-password'),
    }),
  );
}
