import * as z from 'zod';

export const limitSchema = z
  .object({
    name: z.string().meta({ description: 'Stable: what is limited.' }),
    limit: z.number().int(),
    used: z.number().int().nullable().meta({ description: 'Null for what is limited each time anew.' }),
    percent: z.number().int().min(0).max(100).nullable(),
    perSecond: z.number().optional().meta({ description: 'How fast it comes back.' }),
  })
  .meta({ id: 'Limit' });

export const limitsSchema = z
  .object({ plan: z.enum(['trial', 'paid']), items: z.array(limitSchema) })
  .meta({ id: 'Limits' });

export type Limit = z.infer<typeof limitSchema>;
export type Limits = z.infer<typeof limitsSchema>;
