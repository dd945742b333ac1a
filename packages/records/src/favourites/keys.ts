import type { Key } from '@vinculo/platform/table/writes';

/** Access pattern: what a user keeps at hand, in one partition. */
export const favouritesOf = (userId: string): string => `favourites#${userId}`;

export const favouriteKey = (userId: string, recordId: string): Key => ({
  pk: favouritesOf(userId),
  sk: recordId,
});
