import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { boardQuerySchema, boardSchema } from './schema';

const { readBoard } = deferred(() => import('./service'), 'readBoard');

const boardRoute = createRoute({
  method: 'get',
  path: '/pipelines/{id}/board',
  operationId: 'read_board',
  tags: ['Pipelines'],
  summary: 'Read a pipeline as a board',
  description:
    'The first cards of each stage, with counts and totals of the whole column over what the role may see.',
  ...access('record'),
  request: { params: z.object({ id: z.string().max(64) }), query: boardQuerySchema },
  responses: {
    200: {
      description: 'A column for each stage, in their order.',
      content: json(boardSchema),
    },
    ...problems(400, 401, 403, 404, 422, 429),
  },
});

export const boardRoutes = createRouter<AuthEnv>().openapi(boardRoute, async (c) => {
  return c.json(await readBoard(c.var.ctx, c.req.valid('param').id, c.req.valid('query')), 200);
});
