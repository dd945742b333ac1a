import type { Key } from '@vinculo/platform/table/writes';

/** All custom roles of a tenant share a partition; the built-in ones are code. */
export const ROLES = 'roles';

export function roleKey(roleId: string): Key {
  return { pk: ROLES, sk: roleId };
}
