import type { UserContext } from '@vinculo/identity/access/user-context';
import { openCursor, sealCursor } from '@vinculo/platform/http/cursor';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item } from '@vinculo/platform/table/writes';
import { inboxOf, unreadOf } from './keys';
import { KEPT_DAYS, type NotificationItem } from './notify';
import type { MarkRead, Notification } from './schema';

export interface NotificationPage {
  items: Notification[];
  nextCursor: string | null;
  /** Up to 100; the client shows "99+" above. */
  unreadCount: number;
}

const MOST_COUNTED = 100;

/** A page of the actor's notifications, newest first, and how many are unread. */
export async function listNotifications(
  ctx: UserContext,
  { limit = 30, cursor }: { limit?: number | undefined; cursor?: string | undefined } = {},
): Promise<NotificationPage> {
  const userId = ctx.actor.id;
  const scope = { notifications: userId };
  const before = cursor === undefined ? undefined : String(openCursor(ctx.tenant.secret, scope, cursor));
  const [page, unread] = await Promise.all([
    ctx.table.query<NotificationItem>({
      pk: inboxOf(userId),
      reverse: true,
      limit,
      ...(before === undefined ? {} : { sk: { lt: before } }),
    }),
    ctx.table.query({
      pk: unreadOf(userId),
      index: 'gsi1',
      // An index does not carry when an item expires, but its keys begin with when it was.
      sk: { gt: new Date(ctx.clock.now().getTime() - KEPT_DAYS * 86_400_000).toISOString() },
      limit: MOST_COUNTED,
    }),
  ]);
  return {
    items: page.items.filter((item) => !isExpired(ctx, item)).map((item) => toNotification(ctx, item)),
    nextCursor: page.lastKey?.sk ? sealCursor(ctx.tenant.secret, scope, page.lastKey.sk) : null,
    unreadCount: unread.items.length,
  };
}

/** Marks as read what is named, or everything; what is read or gone already is passed over. */
export async function markRead(ctx: UserContext, which: MarkRead): Promise<void> {
  const userId = ctx.actor.id;
  if ('ids' in which) return markEach(ctx, which.ids.map(fromId));
  const unread = ctx.table.queryAll<Item>({ pk: unreadOf(userId), index: 'gsi1', limit: 100 });
  const keys: string[] = [];
  for await (const { sk } of unread) keys.push(sk);
  for (let start = 0; start < keys.length; start += 100) await markEach(ctx, keys.slice(start, start + 100));
}

async function markEach(ctx: UserContext, keys: readonly string[]): Promise<void> {
  // What names nothing at all is passed over too.
  const wanted = [...new Set(keys)].filter(Boolean);
  if (wanted.length === 0) return;
  const readAt = ctx.clock.now().toISOString();
  try {
    await ctx.table.transact(
      wanted.map((sk) => ({
        update: { pk: inboxOf(ctx.actor.id), sk },
        set: { readAt },
        remove: ['gsi1pk', 'gsi1sk'],
        if: 'present' as const,
      })),
    );
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    await markEach(
      ctx,
      wanted.filter((_, position) => !error.failed.includes(position)),
    );
  }
}

function toNotification(ctx: UserContext, item: NotificationItem): Notification {
  return {
    id: toId(item.sk),
    at: item.at,
    kind: item.notice,
    title: ctx.locale === 'es' ? item.title.es : item.title.en,
    recordType: item.subject.type,
    recordId: item.subject.id,
    recordTitle: item.subject.title,
    isRead: item.readAt !== undefined,
    data: item.params,
  };
}

function toId(sk: string): string {
  return `ntf_${Buffer.from(sk).toString('base64url')}`;
}

function fromId(id: string): string {
  return Buffer.from(id.replace(/^ntf_/, ''), 'base64url').toString();
}

// The engine removes expired items when it likes, and a local one never does.
function isExpired(ctx: UserContext, item: NotificationItem): boolean {
  return item.expiresAt * 1000 <= ctx.clock.now().getTime();
}
