import type { Actor } from '@vinculo/platform/context';
import type { NewEvent } from '@vinculo/platform/events/commit';
import type { UserItem } from './items';

const SHOWN = ['name', 'locale', 'roleId', 'teamIds', 'status'] as const;

/** The user's own fields that differ, as before and after. */
export function userUpdated(before: UserItem, after: UserItem): NewEvent {
  const changed = SHOWN.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const changes = changed.map((field) => [field, { before: before[field], after: after[field] }]);
  return {
    type: 'user.updated',
    subject: { type: 'user', id: after.sk, version: after.version },
    data: { changes: Object.fromEntries(changes) },
    isAudited: true,
  };
}

/** Refused for want of a right; what was tried is named by its route, never by its content. */
export function actorDenied(
  { kind, id }: Actor,
  denial: { method: string; route: string; code: string },
): NewEvent {
  return { type: `${kind}.denied`, subject: { type: kind, id }, data: denial, isAudited: true };
}
