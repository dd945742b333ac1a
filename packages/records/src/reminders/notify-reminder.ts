import { actingAs } from '@vinculo/identity/access/acting-as';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { sendMail } from '@vinculo/identity/mails/mail';
import type { PreferencesItem } from '@vinculo/identity/users/items';
import { preferencesKey } from '@vinculo/identity/users/keys';
import { findUser } from '@vinculo/identity/users/repository';
import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { notify } from '../notifications/notify';
import { canReach, visible } from '../records/reach';
import type { Catalogue } from '../types/catalogue';
import type { CrmRecord, RecordType } from '../types/record-type';
import { titleOf } from '../types/title';
import { readLive, remindedUser, remindsAt } from './reminder';
import { reminderMail } from './reminder-mail';

/** A reminder as the person sees it who gets it: without what the role hides (S10). */
interface Reminder {
  user: UserContext;
  type: RecordType;
  record: CrmRecord;
  at: Date;
}

/**
 * Answers a reminder's timer: in the app, and by mail unless the person does not want it, once for each moment that a
 * record reminds at. A timer of a reminder that was moved, or of what is done, says nothing.
 */
export async function notifyReminder(
  ctx: TenantContext,
  catalogue: Catalogue,
  event: DomainEvent,
): Promise<void> {
  const reminder = await findDue(ctx, catalogue, event.subject);
  if (!reminder) return;
  const { user, type, record, at } = reminder;
  const title = titleOf(type, record);
  await notify(ctx, {
    userId: user.actor.id,
    key: `reminder-${record.id}`,
    at: at.toISOString(),
    kind: `${type.name}.reminder`,
    title: { en: `Reminder: ${title}`, es: `Recordatorio: ${title}` },
    subject: { type: type.name, id: record.id, title },
    params: typeof record.at === 'string' ? { at: record.at } : {},
  });
  if (await wantsMail(ctx, user.actor.id)) await mail(ctx, event, reminder);
}

async function findDue(
  ctx: TenantContext,
  catalogue: Catalogue,
  subject: DomainEvent['subject'],
): Promise<Reminder | undefined> {
  const type = catalogue.find(subject.type)?.type;
  const stored = type && (await readLive(ctx, subject.id));
  const at = remindsAt(stored);
  const userId = stored && remindedUser(stored);
  if (!type || !stored || !at || !userId || at > ctx.clock.now()) return undefined;
  const user = await actingAs(ctx, userId);
  if (!user || !canReach(user, type, 'read', stored)) return undefined;
  return { user, type, record: visible(user, type, stored), at };
}

async function wantsMail(ctx: TenantContext, userId: string): Promise<boolean> {
  const stored = await ctx.table.get<PreferencesItem>(preferencesKey(userId));
  return stored?.preferences.reminderMails !== false;
}

async function mail(
  ctx: TenantContext,
  event: DomainEvent,
  { user, type, record, at }: Reminder,
): Promise<void> {
  const addressee = await findUser(ctx, user.actor.id);
  if (!addressee) return;
  // The reminder is sent once, not each timer of it.
  const reminder = { ...event, id: `reminder#${record.id}#${at.toISOString()}` };
  await sendMail(ctx, reminder, 'reminder', addressee, () =>
    reminderMail(addressee.locale, {
      title: titleOf(type, record),
      at: typeof record.at === 'string' ? new Date(record.at) : undefined,
      timeZone: user.tenant.timeZone,
      path: `/${type.plural}/${record.id}`,
    }),
  );
}
