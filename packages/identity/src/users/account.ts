import type { TenantContext } from '@vinculo/platform/context';
import type { TenantItem } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import type { CredentialItem, UserItem } from './items';
import { credentialKey, userKey } from './keys';

/** Everything that a password opens. */
export interface Account {
  tenant: TenantItem;
  user: UserItem;
  credential: CredentialItem;
}

/** The account in one round trip; undefined for a user who has no password yet. */
export async function readAccount(ctx: TenantContext, userId: string): Promise<Account | undefined> {
  const keys = [tenantKey(ctx.tenantId), userKey(userId), credentialKey(userId)];
  const items = await ctx.table.batchGet(keys, { consistent: true });
  const tenant = items.find((item): item is TenantItem => item.kind === 'tenant');
  const user = items.find((item): item is UserItem => item.kind === 'user');
  const credential = items.find((item): item is CredentialItem => item.kind === 'credential');
  return tenant && user && credential ? { tenant, user, credential } : undefined;
}
