import * as z from 'zod';
import { filterSchema } from '../lists/condition';
import { searchTextSchema } from '../search/schema';

export const newExportSchema = z
  .strictObject({
    type: z.string().max(64),
    filter: filterSchema.optional(),
    sort: z.string().max(65).optional(),
    q: searchTextSchema.optional(),
    fields: z.array(z.string().max(64)).min(1).max(100).optional().meta({
      description: 'The columns, in this order; by default every field that the role shows.',
    }),
  })
  .meta({ id: 'NewExport' });
export type NewExport = z.infer<typeof newExportSchema>;

export const exportSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    status: z.enum(['running', 'done', 'failed']),
    progress: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'An estimate: a filter may leave out any number.' }),
    rows: z.number().int(),
    failure: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why it failed.' }),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    downloadUrl: z
      .string()
      .optional()
      .meta({ description: 'Valid for 15 minutes; get the export again for another.' }),
  })
  .meta({ id: 'Export' });
export type Export = z.infer<typeof exportSchema>;

export const EXPORT_QUEUE = 'exports';
export const exportMessageSchema = z.object({ exportId: z.string() });
