import type { Key } from '@vinculo/platform/table/writes';

/**
 * Access patterns: a user's notifications, newest first, in one partition; those not read yet in a sparse index of it,
 * so that counting them costs next to nothing when there are none.
 */
export const inboxOf = (userId: string): string => `user-inbox#${userId}`;
export const unreadOf = (userId: string): string => `user-inbox#${userId}#unread`;

/** The key says when and what, so that telling the same thing again meets the same item. */
export function notificationKey(userId: string, at: string, key: string): Key {
  return { pk: inboxOf(userId), sk: `${at}#${key}` };
}
