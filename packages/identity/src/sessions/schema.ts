import * as z from 'zod';
import { accessSchema } from '../access/access';
import { tenantSchema } from '../tenants/schema';
import { localeSchema, personNameSchema } from '../users/schema';

const PREFERENCES_MAXIMUM_BYTES = 8_192;

/** Whatever the client wants to remember for a person: small, and meaningless to the server. */
export const preferencesSchema = z
  .record(z.string().max(100), z.unknown())
  .refine((value) => new TextEncoder().encode(JSON.stringify(value)).length <= PREFERENCES_MAXIMUM_BYTES, {
    params: { code: 'preferences.too_large' },
    error: `Preferences may take ${PREFERENCES_MAXIMUM_BYTES} bytes.`,
  });

export const sessionSchema = z
  .object({
    user: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      locale: localeSchema,
      roleId: z.string(),
      teamIds: z.array(z.string()),
      preferences: z.record(z.string(), z.unknown()),
      version: z.number().int(),
    }),
    tenant: tenantSchema,
    access: accessSchema,
    roleName: z.string(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

export const sessionChangesSchema = z
  .strictObject({ name: personNameSchema, locale: localeSchema, preferences: preferencesSchema })
  .partial();
export type SessionChanges = z.infer<typeof sessionChangesSchema>;

/** One place where the user is logged in. */
export const deviceSchema = z
  .object({
    id: z.string(),
    createdAt: z.string(),
    lastSeenAt: z.string(),
    userAgent: z.string(),
    ip: z.string(),
    browser: z.string().nullable(),
    system: z.string().nullable(),
    isPhone: z.boolean(),
    /** The user had never logged in with it before. */
    isNewDevice: z.boolean(),
    isCurrent: z.boolean(),
  })
  .meta({ id: 'DeviceSession' });
export type Device = z.infer<typeof deviceSchema>;
