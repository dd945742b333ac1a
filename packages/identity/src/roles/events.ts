import type { NewEvent } from '@vinculo/platform/events/commit';
import type { RoleItem } from './items';

const SHOWN = ['name', 'description', 'home', 'permissions', 'types', 'fields'] as const;

function roleEvent(type: string, { sk: id, version }: RoleItem, data: Record<string, unknown>): NewEvent {
  return { type, subject: { type: 'role', id, version }, data, isAudited: true };
}

export function roleCreated(role: RoleItem): NewEvent {
  return roleEvent('role.created', role, { after: shown(role) });
}

export function roleUpdated(before: RoleItem, after: RoleItem): NewEvent {
  const changed = SHOWN.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const changes = changed.map((field) => [field, { before: before[field], after: after[field] }]);
  return roleEvent('role.updated', after, { changes: Object.fromEntries(changes) });
}

export function roleDeleted(role: RoleItem): NewEvent {
  return roleEvent('role.deleted', role, { before: shown(role) });
}

function shown(role: RoleItem): Record<string, unknown> {
  return Object.fromEntries(SHOWN.map((field) => [field, role[field]]));
}
