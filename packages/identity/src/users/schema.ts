import * as z from 'zod';

export const localeSchema = z.enum(['en', 'es']);
export type Locale = z.infer<typeof localeSchema>;

/** The one spelling of an address that the system stores and compares. */
export const emailSchema = z.string().trim().normalize('NFKC').toLowerCase().pipe(z.email().max(254));

/** A line of text: it may end up in a mail header or a file name. */
export const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((text) => !/\p{Cc}/u.test(text), {
    params: { code: 'text.control_character' },
    error: 'Control characters are not allowed.',
  });

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
    lastSeenAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof userSchema>;
