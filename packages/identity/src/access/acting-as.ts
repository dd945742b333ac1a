import type { TenantContext } from '@vinculo/platform/context';
import { isBuiltInRole } from '../roles/built-in';
import { accessOf, type RoleItem } from '../roles/items';
import { roleKey } from '../roles/keys';
import { type TenantItem, toTenantInfo } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import type { UserItem } from '../users/items';
import { userKey } from '../users/keys';
import type { UserContext } from './user-context';

/**
 * The context of a job that somebody started, with the rights that they have now (S7). Undefined when they can't act
 * any more: disabled or gone.
 */
export async function actingAs(ctx: TenantContext, userId: string): Promise<UserContext | undefined> {
  const items = await ctx.table.batchGet([userKey(userId), tenantKey(ctx.tenantId)], { consistent: true });
  const user = items.find((item): item is UserItem => item.kind === 'user');
  const tenant = items.find((item): item is TenantItem => item.kind === 'tenant');
  if (!tenant || user?.status !== 'active') return undefined;
  const role = isBuiltInRole(user.roleId) ? undefined : await ctx.table.get<RoleItem>(roleKey(user.roleId));
  return {
    ...ctx,
    actor: { kind: 'user', id: userId },
    access: accessOf(user.roleId, role, user.locale).access,
    teamIds: user.teamIds,
    tenant: toTenantInfo(tenant, ctx.clock.now()),
    locale: user.locale,
  };
}
