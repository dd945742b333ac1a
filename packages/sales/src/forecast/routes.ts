import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { forecastQuerySchema, forecastSchema } from './schema';

const { readForecast } = deferred(() => import('./service'), 'readForecast');

const forecastRoute = createRoute({
  method: 'get',
  path: '/pipelines/{id}/forecast',
  operationId: 'read_forecast',
  tags: ['Pipelines'],
  summary: 'Forecast a pipeline month by month',
  description:
    'Sums of what the role may see, in the tenant’s currency. What is closed keeps the rate of its day.',
  ...access('record'),
  request: { params: z.object({ id: z.string().max(64) }), query: forecastQuerySchema },
  responses: {
    200: { description: 'The months.', content: json(forecastSchema) },
    ...problems(400, 401, 403, 404, 422, 429),
  },
});

export const forecastRoutes = createRouter<AuthEnv>().openapi(forecastRoute, async (c) => {
  return c.json(await readForecast(c.var.ctx, c.req.valid('param').id, c.req.valid('query')), 200);
});
