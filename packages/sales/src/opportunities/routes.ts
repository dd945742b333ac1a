import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, problems } from '@vinculo/platform/http/routes';
import { idParameter } from '@vinculo/records/routes/parameters';
import * as z from 'zod';
import { stageVisitSchema } from './schema';
import { opportunityType } from './type';

const { stageHistory } = deferred(() => import('./stage-history'), 'stageHistory');

const stagesRoute = createRoute({
  method: 'get',
  path: '/opportunities/{id}/stages',
  operationId: 'list_opportunity_stages',
  tags: [opportunityType.labels.many.en],
  summary: 'List how long an opportunity was in each stage',
  ...access('record'),
  request: { params: idParameter(opportunityType) },
  responses: {
    200: {
      description: 'Oldest first; the last one, without `leftAt`, is where it is.',
      content: json(z.object({ items: z.array(stageVisitSchema), nextCursor: z.null() })),
    },
    ...problems(401, 403, 404, 429),
  },
});

export const opportunityRoutes = createRouter<AuthEnv>().openapi(stagesRoute, async (c) => {
  const items = await stageHistory(c.var.ctx, c.req.valid('param').id);
  return c.json({ items, nextCursor: null }, 200);
});
