import * as z from 'zod';

/**
 * Documents If-Match on a route. It is left optional here so that a missing one is answered 428 by
 * `versionFromIfMatch`, not 422.
 */
export const versionHeaders = z.object({
  'if-match': z
    .string()
    .optional()
    .meta({ description: 'The version that the change was made on, as the ETag gave it. Required.' }),
});
