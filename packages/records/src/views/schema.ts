import * as z from 'zod';
import { filterSchema } from '../lists/condition';

const nameSchema = z.string().trim().min(1).max(80);
const layoutSchema = z.enum(['table', 'board']);
const visibilitySchema = z.enum(['personal', 'shared']);
const columnsSchema = z
  .array(
    z.strictObject({
      field: z.string().min(1).max(64),
      width: z.number().int().min(40).max(2_000).optional(),
    }),
  )
  .min(1)
  .max(60);
const sortSchema = z.string().min(1).max(65).nullable();
const positionSchema = z.number().int().min(0).max(100_000);

/** A way to look at the records of a type: columns, filter and order, under a name. */
export const viewSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    name: nameSchema,
    visibility: visibilitySchema,
    layout: layoutSchema,
    columns: columnsSchema,
    filter: filterSchema,
    sort: sortSchema,
    ownerId: z.string(),
    version: z.number().int(),
    /** Where it stands among the views of its type, lowest first. */
    position: positionSchema,
  })
  .meta({ id: 'View' });
export type View = z.infer<typeof viewSchema>;

export const newViewSchema = z
  .strictObject({
    type: z.string().max(64),
    name: nameSchema,
    visibility: visibilitySchema.default('personal'),
    layout: layoutSchema.default('table'),
    columns: columnsSchema,
    filter: filterSchema.default([]),
    sort: sortSchema.default(null),
    position: positionSchema.optional(),
  })
  .meta({ id: 'NewView' });
export type NewView = z.infer<typeof newViewSchema>;

export const viewChangesSchema = z
  .strictObject({
    name: nameSchema,
    visibility: visibilitySchema,
    layout: layoutSchema,
    columns: columnsSchema,
    filter: filterSchema,
    sort: sortSchema,
    position: positionSchema,
  })
  .partial()
  .meta({ id: 'ViewChanges' });
export type ViewChanges = z.infer<typeof viewChangesSchema>;
