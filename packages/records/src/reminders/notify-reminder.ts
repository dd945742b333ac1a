import { sendMail } from '@vinculo/identity/mails/mail';
import { readTenantInfo } from '@vinculo/identity/tenants/read-tenant-info';
import type { PreferencesItem, UserItem } from '@vinculo/identity/users/items';
import { preferencesKey } from '@vinculo/identity/users/keys';
import { findUser } from '@vinculo/identity/users/repository';
import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { notify } from '../notifications/notify';
import type { Catalogue } from '../types/catalogue';
import type { CrmRecord, RecordType } from '../types/record-type';
import { titleOf } from '../types/title';
import { readLive, remindedUser, remindsAt } from './reminder';
import { reminderMail } from './reminder-mail';

/**
 * Answers a reminder's timer: in the app, and by mail unless the person does not want it, once for each moment that a
 * record reminds at. A timer of a reminder that was moved, or of what is done, says nothing.
 */
export async function notifyReminder(
  ctx: TenantContext,
  catalogue: Catalogue,
  event: DomainEvent,
): Promise<void> {
  const type = catalogue.find(event.subject.type)?.type;
  const record = type && (await readLive(ctx, event.subject.id));
  const at = remindsAt(record);
  if (!type || !record || !at || at > ctx.clock.now()) return;
  const userId = remindedUser(record);
  const user = userId === undefined ? undefined : await findUser(ctx, userId);
  if (user?.status !== 'active') return;
  const title = titleOf(type, record);
  await notify(ctx, {
    userId: user.sk,
    key: `reminder-${record.id}`,
    at: at.toISOString(),
    kind: `${type.name}.reminder`,
    title: { en: `Reminder: ${title}`, es: `Recordatorio: ${title}` },
    subject: { type: type.name, id: record.id, title },
    params: typeof record.at === 'string' ? { at: record.at } : {},
  });
  if (await wantsMail(ctx, user)) await mail(ctx, event, user, type, record, at);
}

async function wantsMail(ctx: TenantContext, user: UserItem): Promise<boolean> {
  const stored = await ctx.table.get<PreferencesItem>(preferencesKey(user.sk));
  return stored?.preferences.reminderMails !== false;
}

async function mail(
  ctx: TenantContext,
  event: DomainEvent,
  user: UserItem,
  type: RecordType,
  record: CrmRecord,
  at: Date,
): Promise<void> {
  const { timeZone } = await readTenantInfo(ctx);
  // The reminder is sent once, not each timer of it.
  const reminder = { ...event, id: `reminder#${record.id}#${at.toISOString()}` };
  await sendMail(ctx, reminder, 'reminder', user, () =>
    reminderMail(user.locale, {
      title: titleOf(type, record),
      at: dueAt(record),
      timeZone,
      path: `/${type.plural}/${record.id}`,
    }),
  );
}

function dueAt({ at }: CrmRecord): Date | undefined {
  return typeof at === 'string' ? new Date(at) : undefined;
}
