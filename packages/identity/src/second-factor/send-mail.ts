import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import * as z from 'zod';
import { appPage, sendMail } from '../mails/mail';
import { inWords } from '../mails/moment';
import { type FactorChange, secondFactorMail } from '../mails/second-factor-mails';
import { readMember } from '../users/member';

const CHANGES: Readonly<Record<string, FactorChange>> = {
  'user.second_factor_enabled': 'enabled',
  'user.second_factor_disabled': 'disabled',
  'user.second_factor_reset': 'reset',
  'user.recovery_code_used': 'recovery_code_used',
  'user.passkey_added': 'passkey_added',
  'user.passkey_removed': 'passkey_removed',
};

const dataSchema = z.object({ left: z.number().int().optional(), passkey: z.string().optional() });

/** Tells a user what became of their second factor: they may not have been the one. */
export async function sendSecondFactorMail(ctx: TenantContext, event: DomainEvent): Promise<void> {
  const change = CHANGES[event.type];
  const member = await readMember(ctx, event.subject.id);
  if (!change || member?.user.status !== 'active') return;
  const { user, tenant } = member;
  const { left = 0, passkey = '' } = dataSchema.parse(event.data);
  await sendMail(ctx, event, 'second-factor', user, () =>
    secondFactorMail(user.locale, change, {
      name: user.name,
      at: inWords(event.at, { locale: user.locale, timeZone: tenant.timeZone }),
      left,
      passkey,
      url: appPage('/settings/security'),
    }),
  );
}
