import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import type { Catalogue } from '../types/catalogue';
import { exportSchema, newExportSchema } from './schema';

const { getExport, startExport } = deferred(() => import('./service'), 'getExport', 'startExport');

const tags = ['Exports'];

/** Exports stay possible when a trial is over: nobody's data is held back. */
export function exportRoutes(catalogue: Catalogue): OpenAPIHono<AuthEnv> {
  const router = createRouter<AuthEnv>();

  router.openapi(
    createRoute({
      method: 'post',
      path: '/exports',
      operationId: 'start_export',
      summary: 'Write the records of a list into a CSV file',
      tags,
      ...access('records.export', { afterTrial: true }),
      request: { body: jsonBody(newExportSchema) },
      responses: {
        202: {
          description: 'Accepted; get the export for its progress and link.',
          content: json(exportSchema),
        },
        ...problems(400, 401, 403, 413, 422, 429),
      },
    }),
    async (c) => c.json(await startExport(c.var.ctx, catalogue, c.req.valid('json')), 202),
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/exports/{id}',
      operationId: 'get_export',
      summary: 'Progress of an export, and the link to its file',
      tags,
      ...access('records.export'),
      request: { params: z.object({ id: z.string().max(64) }) },
      responses: {
        200: { description: 'The export.', content: json(exportSchema) },
        ...problems(401, 403, 404, 429),
      },
    }),
    async (c) => c.json(await getExport(c.var.ctx, c.req.valid('param').id), 200),
  );

  return router;
}
