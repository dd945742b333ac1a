import type { TenantContext } from '@vinculo/platform/context';
import { type InvalidError, refused } from '@vinculo/platform/errors';
import type { Item, Key, Write } from '@vinculo/platform/table/writes';
import type { Access } from '../access/access';
import type { Locale } from '../users/schema';
import { isBuiltInRole } from './built-in';
import { accessOf, type RoleItem } from './items';
import { ROLES, roleKey } from './keys';

export async function findRole(ctx: TenantContext, roleId: string): Promise<RoleItem | undefined> {
  return ctx.table.get<RoleItem>(roleKey(roleId));
}

export async function listRoleItems(ctx: TenantContext): Promise<RoleItem[]> {
  const items: RoleItem[] = [];
  for await (const item of ctx.table.queryAll<RoleItem>({ pk: ROLES, consistent: true })) items.push(item);
  return items;
}

/** What a role allows; undefined when the tenant has no such role. */
export async function readAccess(
  ctx: TenantContext,
  roleId: string,
  locale: Locale,
): Promise<{ access: Access; roleName: string } | undefined> {
  if (isBuiltInRole(roleId)) return accessOf(roleId, undefined, locale);
  const item = await findRole(ctx, roleId);
  return item && accessOf(roleId, item, locale);
}

/** What a role allows that an input names. Throws 422 at `/roleId`. */
export async function requireAccess(ctx: TenantContext, roleId: string): Promise<Access> {
  const role = await readAccess(ctx, roleId, 'en');
  if (!role) throw noSuchRole();
  return role.access;
}

export function noSuchRole(cause?: unknown): InvalidError {
  return refused('/roleId', 'reference.not_found', 'There is no such role.', cause);
}

/** What to read of a role beside other items: nothing of a built-in one, which is code. */
export function keysOfRole(roleId: string): Key[] {
  return isBuiltInRole(roleId) ? [] : [roleKey(roleId)];
}

/** The role among items that were read by a hint of it; read now when the hint was old. */
export async function roleAmong(
  ctx: TenantContext,
  items: readonly Item[],
  roleId: string,
): Promise<RoleItem | undefined> {
  if (isBuiltInRole(roleId)) return undefined;
  const hinted = items.find((item): item is RoleItem => item.kind === 'role' && item.sk === roleId);
  return hinted ?? findRole(ctx, roleId);
}

/** Keeps count of who has a role, so that a role in use cannot be deleted even while it is being given. */
export function countHolder(roleId: string, by: 1 | -1): Write[] {
  if (isBuiltInRole(roleId)) return [];
  return [{ update: roleKey(roleId), add: { holders: by }, if: 'present' }];
}

/** The same for somebody or something that has another role than before, or not. */
export function moveHolder(fromRoleId: string, toRoleId: string): Write[] {
  return fromRoleId === toRoleId ? [] : [...countHolder(fromRoleId, -1), ...countHolder(toRoleId, 1)];
}
