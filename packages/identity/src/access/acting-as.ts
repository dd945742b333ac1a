import type { TenantContext } from '@vinculo/platform/context';
import type { Item } from '@vinculo/platform/table/writes';
import { type ApiKeyItem, hasRunOut } from '../api-keys/items';
import { apiKeyKey } from '../api-keys/keys';
import { narrow } from '../api-keys/scopes';
import { accessOf } from '../roles/items';
import { roleAmong } from '../roles/repository';
import { type TenantItem, toTenantInfo } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import type { UserItem } from '../users/items';
import { userKey } from '../users/keys';
import { actorOf } from './actor-of';
import type { UserContext } from './user-context';

/**
 * The context of a job that a user or an API key started, with the rights that they have now (S7). Undefined when they
 * can't act any more: disabled, revoked, run out or gone.
 */
export async function actingAs(ctx: TenantContext, actorId: string): Promise<UserContext | undefined> {
  const actor = actorOf(actorId);
  const key = actor.kind === 'api_key' ? apiKeyKey(actorId) : userKey(actorId);
  const items = await ctx.table.batchGet([key, tenantKey(ctx.tenantId)], { consistent: true });
  const tenant = items.find((item): item is TenantItem => item.kind === 'tenant');
  const rights = tenant && rightsOf(ctx, items, tenant);
  if (!tenant || !rights) return undefined;
  const { roleId, locale, scopes, teamIds } = rights;
  const { access } = accessOf(roleId, await roleAmong(ctx, items, roleId), locale);
  const info = toTenantInfo(tenant, ctx.clock.now());
  return { ...ctx, actor, access: narrow(access, scopes), teamIds, tenant: info, locale };
}

type Rights = Pick<UserItem, 'roleId' | 'locale' | 'teamIds'> & Pick<ApiKeyItem, 'scopes'>;

function rightsOf(ctx: TenantContext, items: readonly Item[], { locale }: TenantItem): Rights | undefined {
  const user = items.find((item): item is UserItem => item.kind === 'user');
  if (user) return user.status === 'active' ? user : undefined;
  const key = items.find((item): item is ApiKeyItem => item.kind === 'api_key');
  if (key?.status !== 'active' || hasRunOut(key, ctx.clock.now())) return undefined;
  return { ...key, locale, teamIds: [] };
}
