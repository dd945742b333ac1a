import * as z from 'zod';
import { lineSchema } from '../access/text';
import { teamIdsSchema } from '../teams/schema';

export const localeSchema = z.enum(['en', 'es']);
export type Locale = z.infer<typeof localeSchema>;

/** The nearest language that we have. */
export function toLocale(tag: string): Locale {
  return tag.toLowerCase().startsWith('es') ? 'es' : 'en';
}

/** The one spelling of an address that the system stores and compares. */
export const emailSchema = z
  .string()
  .trim()
  .max(254)
  .normalize('NFKC')
  .toLowerCase()
  .pipe(z.email().max(254));

export const personNameSchema = lineSchema;

export const userStatusSchema = z.enum(['active', 'invited', 'disabled']);

/** A colleague, as the members of a tenant see each other. */
export const userSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    roleId: z.string(),
    teamIds: z.array(z.string()),
    status: userStatusSchema,
    hasSecondFactor: z.boolean(),
    lastSeenAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof userSchema>;

export const userChangesSchema = z
  .strictObject({
    name: personNameSchema,
    roleId: z.string().max(40),
    teamIds: teamIdsSchema,
    status: z.enum(['active', 'disabled']),
  })
  .partial();
export type UserChanges = z.infer<typeof userChangesSchema>;
