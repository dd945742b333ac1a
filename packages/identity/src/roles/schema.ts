import * as z from 'zod';
import { accessSchema } from '../access/access';

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
