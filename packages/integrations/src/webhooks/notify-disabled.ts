import { sendMail } from '@vinculo/identity/mails/mail';
import { listUserItems } from '@vinculo/identity/users/repository';
import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { notify } from '@vinculo/records/notifications/notify';
import * as z from 'zod';
import { disabledMail } from './disabled-mail';

const dataSchema = z.object({
  url: z.string(),
  description: z.string(),
  reason: z.enum(['gone', 'failing']),
});

export type DisabledNotice = z.infer<typeof dataSchema> & { webhookId: string };

/** Tells every administrator that an endpoint was disabled, in the app and by mail, once however often it is called. */
export async function notifyDisabled(ctx: TenantContext, event: DomainEvent): Promise<void> {
  const notice = { ...dataSchema.parse(event.data), webhookId: event.subject.id };
  const { description, reason, webhookId } = notice;
  const users = await listUserItems(ctx);
  for (const admin of users.filter(({ roleId, status }) => roleId === 'admin' && status === 'active')) {
    await notify(ctx, {
      userId: admin.sk,
      key: event.id,
      at: event.at,
      kind: event.type,
      title: { en: `Webhook disabled: ${description}`, es: `Webhook desactivado: ${description}` },
      subject: { type: 'webhook', id: webhookId, title: description },
      params: { reason },
    });
    await sendMail(ctx, event, 'webhook-disabled', admin, () => disabledMail(admin.locale, notice));
  }
}
