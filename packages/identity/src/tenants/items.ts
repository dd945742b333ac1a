import type { Item } from '@vinculo/platform/table/writes';
import type { Locale } from '../users/schema';
import type { Tenant } from './schema';
import type { TenantInfo } from './tenant-info';
import { isTrialOver, trialDaysLeft } from './trial';

export interface TenantItem extends Item {
  kind: 'tenant';
  /** `pending` until the first user's address is verified; such a tenant is forgotten after 7 days. */
  state: 'pending' | 'active';
  name: string;
  country: string;
  locale: Locale;
  currency: string;
  timeZone: string;
  fiscalYearStartMonth: number;
  plan: 'trial' | 'paid';
  trialEndsAt?: string;
  shards: number;
  secret: string;
  hasSampleData: boolean;
  /** Nobody gets a session by a password alone. */
  requiresSecondFactor?: boolean;
  createdAt: string;
  version: number;
  expiresAt?: number;
}

export function toTenant(item: TenantItem, now: Date): Tenant {
  return {
    id: item.pk,
    name: item.name,
    country: item.country,
    locale: item.locale,
    currency: item.currency,
    timeZone: item.timeZone,
    fiscalYearStartMonth: item.fiscalYearStartMonth,
    plan: item.plan,
    trialEndsAt: item.plan === 'trial' ? (item.trialEndsAt ?? null) : null,
    trialDaysLeft: trialDaysLeft(item, now),
    isReadOnly: isTrialOver(item, now),
    hasSampleData: item.hasSampleData,
    requiresSecondFactor: item.requiresSecondFactor ?? false,
    version: item.version,
  };
}

export function toTenantInfo(item: TenantItem, now: Date): TenantInfo {
  const { pk: id, name, locale, currency, timeZone, fiscalYearStartMonth, shards, secret } = item;
  const isReadOnly = isTrialOver(item, now);
  return { id, name, locale, currency, timeZone, fiscalYearStartMonth, shards, secret, isReadOnly };
}
