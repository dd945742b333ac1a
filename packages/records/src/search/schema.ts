import * as z from 'zod';

export const searchHitSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    title: z.string(),
    subtitle: z.string().optional(),
  })
  .meta({ id: 'SearchHit' });
