import { ForbiddenError } from '@vinculo/platform/errors';
import { ACTIONS, type Access, fieldAccess, type Level, rightsOn } from '../access/access';

type Granted = Omit<Access, 'roleId' | 'home'>;

const LEVELS: Record<Level, number> = { none: 0, own: 1, team: 2, all: 3 };
const FIELD_LEVELS = { hidden: 0, read: 1, edit: 2 };

/**
 * Nobody hands out more than they have, to others or to themselves: whoever may manage users or roles, but is no
 * administrator, cannot become one that way. Throws 403 `role.beyond_own`.
 */
export function assertMayGrant(actor: Access, granted: Granted): void {
  if (!isWithin(actor, granted)) {
    throw new ForbiddenError('role.beyond_own', 'You cannot manage rights that you do not have yourself.');
  }
}

function isWithin(actor: Access, granted: Granted): boolean {
  const types = ['*', ...Object.keys(actor.types), ...Object.keys(granted.types)];
  const other: Access = { roleId: '', home: 'sales', ...granted };
  return (
    granted.permissions.every((permission) => actor.permissions.includes(permission)) &&
    types.every((type) => areRightsWithin(actor, other, type)) &&
    Object.entries(actor.fields).every(([type, fields]) =>
      Object.keys(fields).every(
        (field) =>
          FIELD_LEVELS[fieldAccess(other, type, field)] <= FIELD_LEVELS[fieldAccess(actor, type, field)],
      ),
    )
  );
}

function areRightsWithin(actor: Access, other: Access, type: string): boolean {
  const own = rightsOn(actor, type);
  const given = rightsOn(other, type);
  return ACTIONS.every((action) => LEVELS[given[action]] <= LEVELS[own[action]]);
}
