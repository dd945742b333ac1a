import { notify } from '@vinculo/records/notifications/notify';
import { listNotifications, markRead } from '@vinculo/records/notifications/service';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestTable, type TestTable } from '../../support/test-table';
import { aUserContext } from '../../support/user-context';

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});

function aNotification(userId: string, n: number) {
  return {
    userId,
    key: `key-${n}`,
    at: new Date(Date.UTC(2026, 2, 1, 0, n)).toISOString(),
    kind: 'activity.reminder',
    title: { en: `Reminder ${n}`, es: `Recordatorio ${n}` },
    subject: { type: 'activity', id: 'act_1', title: `Call ${n}` },
  };
}

describe('notifications', () => {
  it('are told once for each key, however often and however much at once (D5)', async () => {
    const ctx = aUserContext(table);
    await Promise.all(Array.from({ length: 5 }, () => notify(ctx, aNotification(ctx.actor.id, 1))));
    await notify(ctx, aNotification(ctx.actor.id, 1));
    const page = await listNotifications({ ...ctx, locale: 'es' });
    expect(page).toMatchObject({
      items: [{ title: 'Recordatorio 1', recordId: 'act_1', recordTitle: 'Call 1', isRead: false }],
      unreadCount: 1,
    });
  });

  it('come newest first, page by page, to their user only', async () => {
    const ctx = aUserContext(table);
    for (let n = 0; n < 5; n++) await notify(ctx, aNotification(ctx.actor.id, n));
    const first = await listNotifications(ctx, { limit: 3 });
    const second = await listNotifications(ctx, { limit: 3, cursor: first.nextCursor ?? '' });
    const titles = [...first.items, ...second.items].map(({ title }) => title);
    expect(titles).toEqual([4, 3, 2, 1, 0].map((n) => `Reminder ${n}`));
    expect(second.nextCursor).toBeNull();
    const other = await listNotifications(aUserContext(table, { tenantId: ctx.tenantId }));
    expect(other).toEqual({ items: [], nextCursor: null, unreadCount: 0 });
  });

  it('are marked as read by id or all together, and stay so when told again', async () => {
    const ctx = aUserContext(table);
    for (let n = 0; n < 4; n++) await notify(ctx, aNotification(ctx.actor.id, n));
    const { items } = await listNotifications(ctx);
    await markRead(ctx, { ids: [items[0]?.id ?? '', 'ntf_bm90aGluZw', items[0]?.id ?? ''] });
    expect(await listNotifications(ctx)).toMatchObject({
      unreadCount: 3,
      items: [{ isRead: true }, { isRead: false }, {}, {}],
    });
    await markRead(ctx, { all: true });
    await notify(ctx, aNotification(ctx.actor.id, 2));
    const after = await listNotifications(ctx);
    expect(after.unreadCount).toBe(0);
    expect(after.items.every(({ isRead }) => isRead)).toBe(true);
  });

  it('vanish after 90 days, counted or not', async () => {
    const ctx = aUserContext(table);
    await notify(ctx, aNotification(ctx.actor.id, 1));
    const later = { ...ctx, clock: { now: () => new Date('2026-06-01T00:00:00Z') } };
    expect(await listNotifications(later)).toMatchObject({ items: [], unreadCount: 0 });
  });
});
