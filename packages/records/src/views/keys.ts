import type { Key } from '@vinculo/platform/table/writes';
import type { View } from './schema';

/** Access patterns: the shared views of the tenant, and the personal ones of a user, each in one partition. */
export const SHARED_VIEWS = 'views#shared';

export const personalViews = (userId: string): string => `views#${userId}`;

export function viewKey({ id, visibility, ownerId }: Pick<View, 'id' | 'visibility' | 'ownerId'>): Key {
  return { pk: visibility === 'shared' ? SHARED_VIEWS : personalViews(ownerId), sk: id };
}
