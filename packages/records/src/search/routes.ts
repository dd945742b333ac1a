import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { createRouter, json, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import type { Catalogue } from '../types/catalogue';
import { searchHitSchema } from './schema';
import { searchRecords } from './search';

const typesSchema = z
  .string()
  .max(500)
  .transform((text) => text.split(',').filter(Boolean))
  .optional()
  .meta({
    description: 'Record types to look in, separated by commas; all that the role may read by default.',
  });

export function searchRoutes(catalogue: Catalogue): OpenAPIHono<AuthEnv> {
  const router = createRouter<AuthEnv>();
  router.openapi(
    createRoute({
      method: 'get',
      path: '/search',
      operationId: 'search',
      summary: 'Find records by the beginnings of names, e-mails, phones and ids',
      tags: ['Search'],
      ...access('record'),
      request: {
        query: z.object({
          q: z.string().trim().min(1).max(100),
          types: typesSchema,
          limit: z.coerce.number().int().min(1).max(50).default(20),
        }),
      },
      responses: {
        200: {
          description: 'The best matches first.',
          content: json(z.object({ items: z.array(searchHitSchema) })),
        },
        ...problems(400, 401, 422, 429),
      },
    }),
    async (c) => {
      const { q, types, limit } = c.req.valid('query');
      return c.json({ items: await searchRecords(c.var.ctx, catalogue, q, { types, limit }) }, 200);
    },
  );
  return router;
}
