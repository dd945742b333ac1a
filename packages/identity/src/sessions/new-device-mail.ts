import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import * as z from 'zod';
import { networkOf } from '../directory/network-of';
import { appPage, sendMail } from '../mails/mail';
import { inWords } from '../mails/moment';
import { newDeviceMail } from '../mails/new-device-mail';
import { readMember } from '../users/member';
import { describeUserAgent } from './describe-user-agent';

const dataSchema = z.object({
  ip: z.string(),
  userAgent: z.string(),
  isNewDevice: z.literal(true).optional(),
});

/** Answers `user.logged_in`: tells a user of a device that they had never logged in with. */
export async function sendNewDeviceMail(ctx: TenantContext, event: DomainEvent): Promise<void> {
  const { data: login } = dataSchema.safeParse(event.data);
  if (!login?.isNewDevice) return;
  const member = await readMember(ctx, event.subject.id);
  if (member?.user.status !== 'active') return;
  const { user, tenant } = member;
  const { browser, system } = describeUserAgent(login.userAgent);
  await sendMail(ctx, event, 'new-device', user, () =>
    newDeviceMail(user.locale, {
      name: user.name,
      at: inWords(event.at, { locale: user.locale, timeZone: tenant.timeZone }),
      device: [browser, system].filter(Boolean).join(' · '),
      network: networkOf(login.ip),
      url: appPage('/settings/security'),
    }),
  );
}
