import type { Item } from '@vinculo/platform/table/writes';
import type { Access } from '../access/access';
import type { Locale } from '../users/schema';
import { BUILT_IN_ROLES } from './built-in';
import type { Role } from './schema';

export interface RoleItem extends Item, Omit<Access, 'roleId'> {
  kind: 'role';
  name: string;
  description?: string | undefined;
  basedOn?: string | undefined;
  /** Users who have it, the invited included. */
  holders: number;
  createdAt: string;
  version: number;
}

export function toRole(item: RoleItem): Role {
  const { sk: id, name, description, basedOn, home, permissions, types, fields, version } = item;
  return {
    id,
    name,
    ...(description === undefined ? {} : { description }),
    ...(basedOn === undefined ? {} : { basedOn }),
    isBuiltIn: false,
    home,
    permissions,
    types,
    fields,
    version,
  };
}

export function builtInRoles(locale: Locale): Role[] {
  return Object.entries(BUILT_IN_ROLES).map(
    ([
      id,
      {
        label,
        access: { roleId: _, ...rights },
      },
    ]) => ({
      id,
      name: label[locale],
      isBuiltIn: true,
      ...rights,
      version: 1,
    }),
  );
}

/** What the role allows, with its name; a role that is gone allows nothing. */
export function accessOf(
  roleId: string,
  item: RoleItem | undefined,
  locale: Locale,
): { access: Access; roleName: string } {
  const builtIn = Object.hasOwn(BUILT_IN_ROLES, roleId) ? BUILT_IN_ROLES[roleId] : undefined;
  if (builtIn) return { access: builtIn.access, roleName: builtIn.label[locale] };
  if (!item) {
    return { access: { roleId, home: 'sales', permissions: [], types: {}, fields: {} }, roleName: roleId };
  }
  const { home, permissions, types, fields } = item;
  return { access: { roleId, home, permissions, types, fields }, roleName: item.name };
}
