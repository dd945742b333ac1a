import type { NewEvent } from '@vinculo/platform/events/commit';
import * as z from 'zod';
import type { TenantItem } from '../tenants/items';
import type { UserItem } from '../users/items';

export const tenantSignedUpDataSchema = z.object({ userId: z.string() });

/** Somebody asked for a tenant; the address is not proven yet. */
export function tenantSignedUp(tenant: TenantItem, user: UserItem): NewEvent {
  return {
    type: 'tenant.signed_up',
    subject: { type: 'tenant', id: tenant.pk, version: tenant.version },
    data: { userId: user.sk },
    isAudited: true,
  };
}

/** The address is proven and the trial runs. Sample data is loaded by whoever answers this. */
export function tenantActivated(tenant: TenantItem, userId: string): NewEvent {
  const { pk: id, version, trialEndsAt, hasSampleData, locale, currency } = tenant;
  return {
    type: 'tenant.activated',
    subject: { type: 'tenant', id, version },
    data: { userId, trialEndsAt, sampleData: hasSampleData, locale, currency },
    isAudited: true,
  };
}
