import * as z from 'zod';
import { filterParameterSchema } from '../lists/condition';
import { searchTextSchema } from '../search/schema';
import type { RecordType } from '../types/record-type';

export const PAGE_MAXIMUM = 200;

export const idParameter = (type: RecordType) =>
  z.object({
    id: z
      .string()
      .max(64)
      .meta({ description: `Id of the ${type.name}, as ${type.idPrefix}_…` }),
  });

export const ifMatchHeader = z.object({
  'if-match': z
    .string()
    .max(40)
    .optional()
    .meta({ description: 'The ETag of the version that was changed; required.' }),
});

const namesSchema = z
  .string()
  .max(2_000)
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(z.string().max(64)).max(60));

export const listParameters = z.object({
  filter: filterParameterSchema.optional().meta({
    description: 'Conditions that must all hold, as a JSON array.',
    example: '[{"field":"ownerId","op":"eq","value":"@me"}]',
  }),
  sort: z.string().max(65).optional().meta({ description: 'A field; `-` before it for descending.' }),
  fields: namesSchema.optional().meta({ description: 'Fields to answer, separated by commas.' }),
  q: searchTextSchema.optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_MAXIMUM).default(50),
  cursor: z.string().max(2_000).optional(),
});

/** How an `If-Match` version and a record's fields are described in OpenAPI for every record type. */
export const etagHeader = {
  ETag: { schema: { type: 'string' as const }, description: 'The version, for If-Match.' },
};
