import { ConflictError, StaleError } from '@vinculo/platform/errors';
import type { UserContext } from '../access/user-context';
import { sampleDataDiscarded, sampleDataRequested, tenantUpdated } from './events';
import { type TenantItem, toTenant } from './items';
import { changeTenant } from './repository';
import type { Tenant, TenantChanges } from './schema';

/** Throws 412 with the tenant as it is when `version` is not the current one. */
export async function updateTenant(
  ctx: UserContext,
  tenant: TenantItem,
  version: number,
  changes: TenantChanges,
): Promise<Tenant> {
  if (tenant.version !== version) throw new StaleError(toTenant(tenant, ctx.clock.now()));
  const updated = await changeTenant(ctx, tenant, changes, tenantUpdated);
  return toTenant(updated, ctx.clock.now());
}

/** Asks for sample data. Throws 409 `tenant.sample_data_present` when there is some already. */
export async function requestSampleData(ctx: UserContext, tenant: TenantItem): Promise<void> {
  if (tenant.hasSampleData) {
    throw new ConflictError('tenant.sample_data_present', 'The sample data is there already.');
  }
  await changeTenant(ctx, tenant, { hasSampleData: true }, (_, after) => sampleDataRequested(after));
}

/** Asks to take the sample data away; nothing to do when there is none. */
export async function discardSampleData(ctx: UserContext, tenant: TenantItem): Promise<void> {
  if (!tenant.hasSampleData) return;
  await changeTenant(ctx, tenant, { hasSampleData: false }, (_, after) => sampleDataDiscarded(after));
}
