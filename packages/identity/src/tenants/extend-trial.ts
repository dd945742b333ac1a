import type { TenantContext } from '@vinculo/platform/context';
import { ConflictError } from '@vinculo/platform/errors';
import { trialExtended } from './events';
import type { TenantItem } from './items';
import { changeTenant, readTenant } from './repository';
import { DAY_MS } from './trial';

/**
 * Lets a trial run `days` longer, from its end or from now when it is over. For the operator; the tenant can write
 * again from its next request. Throws 404, 409 for a tenant that is not on trial.
 */
export async function extendTrial(ctx: TenantContext, days: number): Promise<TenantItem> {
  const tenant = await readTenant(ctx);
  if (tenant.plan !== 'trial' || tenant.state !== 'active' || tenant.trialEndsAt === undefined) {
    throw new ConflictError('tenant.not_on_trial', 'This tenant has no trial that runs or has run.');
  }
  const from = Math.max(Date.parse(tenant.trialEndsAt), ctx.clock.now().getTime());
  const trialEndsAt = new Date(from + days * DAY_MS).toISOString();
  return changeTenant(ctx, tenant, { trialEndsAt }, trialExtended);
}
