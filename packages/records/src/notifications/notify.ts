import { actorOf } from '@vinculo/identity/access/actor-of';
import type { TenantContext } from '@vinculo/platform/context';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item } from '@vinculo/platform/table/writes';
import type { Labels } from '../types/record-type';
import { notificationKey, unreadOf } from './keys';

export interface NewNotification {
  userId: string;
  /** Tells this notification from every other of the user: the same key and moment notify once. */
  key: string;
  /** When what it tells of happened: never the time of the attempt, which differs between attempts. */
  at: string;
  /** As `activity.reminder`; the client chooses an icon by it. */
  kind: string;
  title: Labels;
  subject: { type: string; id: string; title: string };
  params?: Record<string, unknown>;
}

export interface NotificationItem extends Item {
  at: string;
  notice: string;
  title: Labels;
  subject: NewNotification['subject'];
  params: Record<string, unknown>;
  readAt?: string;
  expiresAt: number;
}

export const KEPT_DAYS = 90;

/** Tells a user something, once for each `key` however often it is called. */
export async function notify(ctx: TenantContext, notification: NewNotification): Promise<void> {
  const { userId, key, at, kind, title, subject, params = {} } = notification;
  // A program that started an import or export asks for its status; it has no inbox.
  if (actorOf(userId).kind !== 'user') return;
  const itemKey = notificationKey(userId, at, key);
  const item: NotificationItem = {
    ...itemKey,
    gsi1pk: unreadOf(userId),
    gsi1sk: itemKey.sk,
    kind: 'notification',
    notice: kind,
    at,
    title,
    subject,
    params,
    expiresAt: Math.floor(Date.parse(at) / 1000) + KEPT_DAYS * 86_400,
  };
  try {
    await ctx.table.transact([{ put: item, if: 'absent' }]);
  } catch (error) {
    // It was told before.
    if (!(error instanceof ConditionFailedError)) throw error;
  }
}
