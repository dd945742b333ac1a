import type { NewEvent } from '@vinculo/platform/events/commit';
import type { TenantItem } from './items';

const SHOWN = [
  'name',
  'country',
  'locale',
  'currency',
  'timeZone',
  'fiscalYearStartMonth',
  'requiresSecondFactor',
] as const;

function tenantEvent(type: string, { pk: id, version }: TenantItem, data: Record<string, unknown>): NewEvent {
  return { type, subject: { type: 'tenant', id, version }, data, isAudited: true };
}

export function tenantUpdated(before: TenantItem, after: TenantItem): NewEvent {
  const changed = SHOWN.filter((field) => before[field] !== after[field]);
  const changes = changed.map((field) => [field, { before: before[field], after: after[field] }]);
  return tenantEvent('tenant.updated', after, { changes: Object.fromEntries(changes) });
}

/** Whoever has sample data to load answers this. */
export function sampleDataRequested(tenant: TenantItem): NewEvent {
  return tenantEvent('tenant.sample_data_requested', tenant, {
    locale: tenant.locale,
    currency: tenant.currency,
  });
}

/** Whoever loaded sample data takes it away again. */
export function sampleDataDiscarded(tenant: TenantItem): NewEvent {
  return tenantEvent('tenant.sample_data_discarded', tenant, {});
}

export function trialExtended(before: TenantItem, after: TenantItem): NewEvent {
  return tenantEvent('tenant.trial_extended', after, {
    changes: { trialEndsAt: { before: before.trialEndsAt, after: after.trialEndsAt } },
  });
}
