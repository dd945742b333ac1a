import type { TenantContext } from '@vinculo/platform/context';
import { type TenantItem, toTenantInfo } from './items';
import { tenantKey } from './keys';
import type { TenantInfo } from './tenant-info';

/** What a consumer needs to know of the tenant that it works for. Throws when there is no such tenant. */
export async function readTenantInfo(ctx: TenantContext): Promise<TenantInfo> {
  const item = await ctx.table.get<TenantItem>(tenantKey(ctx.tenantId));
  if (!item) throw new Error(`There is no tenant ${ctx.tenantId}`);
  return toTenantInfo(item, ctx.clock.now());
}
