import * as z from 'zod';

/** What is typed into the search box of a list. */
export const searchTextSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .meta({ description: 'Words that begin a name, e-mail or phone.' });

export const searchHitSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    title: z.string(),
    subtitle: z.string().optional(),
  })
  .meta({ id: 'SearchHit' });
