import type { Access } from '@vinculo/identity/access/access';
import type { TenantInfo, UserContext } from '@vinculo/identity/access/user-context';
import { readTenantInfo } from '@vinculo/identity/tenants/read-tenant-info';
import type { TenantContext } from '@vinculo/platform/context';

const ALL = { create: 'all', read: 'all', update: 'all', delete: 'all' } as const;

const SYSTEM_ACCESS: Access = {
  roleId: 'system',
  home: 'admin',
  permissions: [],
  types: { '*': ALL },
  fields: {},
};

/** Lets a consumer act on records for the tenant itself, with every right on them. */
export function systemContext(ctx: TenantContext, tenant: TenantInfo): UserContext {
  return { ...ctx, access: SYSTEM_ACCESS, teamIds: [], tenant, locale: tenant.locale };
}

/** The same for a consumer, which knows only the tenant's id: one read. */
export async function loadSystemContext(ctx: TenantContext): Promise<UserContext> {
  return systemContext(ctx, await readTenantInfo(ctx));
}
