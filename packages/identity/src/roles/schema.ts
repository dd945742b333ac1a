import * as z from 'zod';
import { accessSchema, homeSchema, PERMISSIONS, permissionSchema, rightsSchema } from '../access/access';
import { lineSchema } from '../access/text';

export const roleSchema = accessSchema
  .omit({ roleId: true })
  .extend({
    id: z.string(),
    /** In the reader's language for the built-in ones. */
    name: z.string(),
    description: z.string().optional(),
    isBuiltIn: z.boolean(),
    basedOn: z.string().optional(),
    version: z.number().int(),
  })
  .meta({ id: 'Role' });
export type Role = z.infer<typeof roleSchema>;

const typeNameSchema = z.string().regex(/^(?:\*|[a-z][a-z0-9_]{0,39})$/);
const fieldNameSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/);
const TYPES_MAXIMUM = 100;
const FIELDS_MAXIMUM = 200;

/** Bounds how many members a map may have, since JSON itself does not. */
function atMost<T extends z.ZodType<object>>(schema: T, maximum: number) {
  return schema.refine((value) => Object.keys(value).length <= maximum, {
    params: { code: 'too_big' },
    error: `At most ${maximum} entries.`,
  });
}

export const roleInputSchema = z
  .strictObject({
    name: lineSchema,
    description: z.string().trim().max(500).optional(),
    /** The role that it was copied from; for the reader only. */
    basedOn: z.string().max(40).optional(),
    home: homeSchema,
    permissions: z
      .array(permissionSchema)
      .max(PERMISSIONS.length)
      .transform((permissions) => [...new Set(permissions)]),
    types: atMost(z.record(typeNameSchema, rightsSchema), TYPES_MAXIMUM),
    fields: atMost(
      z.record(typeNameSchema, atMost(z.record(fieldNameSchema, z.enum(['hidden', 'read'])), FIELDS_MAXIMUM)),
      TYPES_MAXIMUM,
    ),
  })
  .meta({ id: 'RoleInput' });
export type RoleInput = z.infer<typeof roleInputSchema>;

export const roleChangesSchema = roleInputSchema.partial();
export type RoleChanges = z.infer<typeof roleChangesSchema>;
