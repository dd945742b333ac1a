import type { TenantContext } from '@vinculo/platform/context';
import type { Access } from '../access/access';
import type { SessionPrincipal } from '../access/principal';
import { toTenant } from '../tenants/items';
import type { PreferencesItem } from '../users/items';
import { preferencesKey } from '../users/keys';
import type { Session } from './schema';

/** What the client needs to start: who, where, and what is allowed. */
export async function toSession(
  ctx: TenantContext,
  { user, tenant, roleName }: Pick<SessionPrincipal, 'user' | 'tenant' | 'roleName'>,
  access: Access,
): Promise<Session> {
  const stored = await ctx.table.get<PreferencesItem>(preferencesKey(user.sk));
  const { sk: id, name, email, locale, roleId, teamIds, version } = user;
  return {
    user: { id, name, email, locale, roleId, teamIds, preferences: stored?.preferences ?? {}, version },
    tenant: toTenant(tenant, ctx.clock.now()),
    access,
    roleName,
  };
}
