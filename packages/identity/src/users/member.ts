import type { TenantContext } from '@vinculo/platform/context';
import type { TenantItem } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import type { UserItem } from './items';
import { userKey } from './keys';

/** Who may be logged in, and where. */
export interface Member {
  tenant: TenantItem;
  user: UserItem;
}

/** The user and the tenant in one round trip, strongly consistent. */
export async function readMember(ctx: TenantContext, userId: string): Promise<Member | undefined> {
  const keys = [tenantKey(ctx.tenantId), userKey(userId)];
  const items = await ctx.table.batchGet(keys, { consistent: true });
  const tenant = items.find((item): item is TenantItem => item.kind === 'tenant');
  const user = items.find((item): item is UserItem => item.kind === 'user');
  return tenant && user ? { tenant, user } : undefined;
}

export function mayLogIn({ tenant, user }: Member): boolean {
  return tenant.state === 'active' && user.status === 'active';
}
