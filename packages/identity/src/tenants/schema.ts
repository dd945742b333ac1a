import { isCurrency } from '@vinculo/platform/money/money';
import * as z from 'zod';
import { lineSchema } from '../access/text';
import { localeSchema } from '../users/schema';

export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrency, {
    params: { code: 'currency.unknown' },
    error: 'Unknown currency.',
  });

export const countrySchema = z.string().regex(/^[A-Z]{2}$/);

export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, {
    params: { code: 'time_zone.unknown' },
    error: 'Unknown time zone.',
  });

export const companySchema = lineSchema;

export const tenantSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    country: z.string(),
    locale: localeSchema,
    currency: z.string(),
    timeZone: z.string(),
    fiscalYearStartMonth: z.number().int().min(1).max(12),
    plan: z.enum(['trial', 'paid']),
    trialEndsAt: z.string().nullable(),
    trialDaysLeft: z.number().int().nullable(),
    isReadOnly: z.boolean(),
    hasSampleData: z.boolean(),
    requiresSecondFactor: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Tenant' });
export type Tenant = z.infer<typeof tenantSchema>;

export const tenantChangesSchema = z
  .strictObject({
    name: companySchema,
    country: countrySchema,
    locale: localeSchema,
    currency: currencySchema,
    timeZone: timeZoneSchema,
    fiscalYearStartMonth: z.number().int().min(1).max(12),
    requiresSecondFactor: z.boolean(),
  })
  .partial();
export type TenantChanges = z.infer<typeof tenantChangesSchema>;

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
