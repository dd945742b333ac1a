import { ConflictError, NotFoundError, StaleError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { newId } from '@vinculo/platform/ids';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { UserContext } from '../access/user-context';
import { toLocale } from '../users/schema';
import { isBuiltInRole } from './built-in';
import { roleCreated, roleDeleted, roleUpdated } from './events';
import { assertMayGrant } from './grant';
import { builtInRoles, type RoleItem, toRole } from './items';
import { roleKey } from './keys';
import { findRole, listRoleItems } from './repository';
import type { Role, RoleChanges, RoleInput } from './schema';

export const ROLES_OF_TENANT = 100;

/** The built-in roles in their own order, then the tenant's by name. */
export async function listRoles(ctx: UserContext): Promise<Role[]> {
  const custom = (await listRoleItems(ctx)).map(toRole);
  return [
    ...builtInRoles(toLocale(ctx.locale)),
    ...custom.sort((a, b) => a.name.localeCompare(b.name, ctx.locale)),
  ];
}

export async function getRole(ctx: UserContext, roleId: string): Promise<Role> {
  const builtIn = builtInRoles(toLocale(ctx.locale)).find((role) => role.id === roleId);
  if (builtIn) return builtIn;
  const item = await findRole(ctx, roleId);
  if (!item) throw new NotFoundError();
  return toRole(item);
}

/** Throws 403 for rights beyond the actor's own, 409 `role.limit` when the tenant has 100 already. */
export async function createRole(ctx: UserContext, input: RoleInput): Promise<Role> {
  assertMayGrant(ctx.access, input);
  if ((await listRoleItems(ctx)).length >= ROLES_OF_TENANT) {
    throw new ConflictError('role.limit', `A company can have ${ROLES_OF_TENANT} roles of its own.`);
  }
  const now = ctx.clock.now();
  const role: RoleItem = Object.assign(
    {
      ...roleKey(newId('rol', now)),
      kind: 'role' as const,
      holders: 0,
      createdAt: now.toISOString(),
      version: 1,
    },
    input,
  );
  await commit(ctx, [{ put: role, if: 'absent' }], [roleCreated(role)]);
  return toRole(role);
}

/** Holds from the next request of everybody who has the role (S7). Throws 403, 404, 409 for a built-in one, 412. */
export async function updateRole(
  ctx: UserContext,
  roleId: string,
  version: number,
  changes: RoleChanges,
): Promise<Role> {
  const before = await readOwnRole(ctx, roleId, version);
  const after: RoleItem = Object.assign({ ...before }, changes, { version: version + 1 });
  assertMayGrant(ctx.access, before);
  assertMayGrant(ctx.access, after);
  // Holders are counted by others at any time, so only what changes is written.
  const set = { ...changes, version: after.version };
  try {
    await commit(
      ctx,
      [{ update: roleKey(roleId), set, if: { equals: { version } } }],
      [roleUpdated(before, after)],
    );
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    throw new StaleError(await getRole(ctx, roleId));
  }
  return toRole(after);
}

/** Throws 409 `role.in_use` while somebody has it, 409 `role.built_in`, 403, 404, 412. */
export async function deleteRole(ctx: UserContext, roleId: string, version: number): Promise<void> {
  const role = await readOwnRole(ctx, roleId, version);
  assertMayGrant(ctx.access, role);
  if (role.holders > 0) throw inUse();
  try {
    await commit(
      ctx,
      [{ delete: roleKey(roleId), if: { equals: { version, holders: 0 } } }],
      [roleDeleted(role)],
    );
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    const now = await readOwnRole(ctx, roleId, version);
    throw now.holders > 0 ? inUse() : new StaleError(toRole(now));
  }
}

async function readOwnRole(ctx: UserContext, roleId: string, version: number): Promise<RoleItem> {
  if (isBuiltInRole(roleId)) {
    throw new ConflictError('role.built_in', 'A built-in role stays as it is. Copy it to change it.');
  }
  const role = await findRole(ctx, roleId);
  if (!role) throw new NotFoundError();
  if (role.version !== version) throw new StaleError(toRole(role));
  return role;
}

function inUse(): ConflictError {
  return new ConflictError('role.in_use', 'Give its users and API keys another role first.');
}
