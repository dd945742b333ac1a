import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import type { Catalogue } from '../types/catalogue';
import { fixesSchema, rowSchema } from './schema';

const { fixRows, listRows } = deferred(() => import('./rows-service'), 'fixRows', 'listRows');

const tags = ['Imports'];
const path = '/imports/{id}/rows';
const params = z.object({ id: z.string().max(64) });

export function addRowRoutes(router: OpenAPIHono<AuthEnv>, catalogue: Catalogue): void {
  router.openapi(
    createRoute({
      method: 'get',
      path,
      operationId: 'list_import_rows',
      summary: 'Rows that cannot be imported, or that an undo left alone',
      tags,
      ...access('records.import'),
      request: {
        params,
        query: z.object({
          only: z.enum(['invalid', 'conflict']).optional(),
          cursor: z.string().max(2_000).optional(),
        }),
      },
      responses: {
        200: {
          description: 'A page in the order of the file; at most 10,000 invalid rows are kept.',
          content: json(z.object({ items: z.array(rowSchema), nextCursor: z.string().nullable() })),
        },
        ...problems(400, 401, 403, 404, 422, 429),
      },
    }),
    async (c) => c.json(await listRows(c.var.ctx, c.req.valid('param').id, c.req.valid('query')), 200),
  );

  router.openapi(
    createRoute({
      method: 'patch',
      path,
      operationId: 'fix_import_rows',
      summary: 'Change cells of invalid rows, or skip rows',
      tags,
      ...access('records.import'),
      request: {
        params,
        body: jsonBody(fixesSchema),
      },
      responses: {
        200: {
          description: 'The rows as they are now, without errors where they are right.',
          content: json(z.object({ items: z.array(rowSchema) })),
        },
        ...problems(400, 401, 402, 403, 404, 409, 413, 422, 429),
      },
    }),
    async (c) => {
      const { fixes } = c.req.valid('json');
      return c.json({ items: await fixRows(c.var.ctx, catalogue, c.req.valid('param').id, fixes) }, 200);
    },
  );
}
