import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { lostReasonSchema, lostReasonsInputSchema } from './schema';

const { listLostReasons, setLostReasons } = deferred(
  () => import('./service'),
  'listLostReasons',
  'setLostReasons',
);

const tags = ['Pipelines'];
const pageContent = json(z.object({ items: z.array(lostReasonSchema), nextCursor: z.null() }));

const listRoute = createRoute({
  method: 'get',
  path: '/lost-reasons',
  operationId: 'list_lost_reasons',
  tags,
  summary: 'List why opportunities are lost',
  ...access('self'),
  responses: { 200: { description: 'In their order.', content: pageContent }, ...problems(401, 429) },
});

const setRoute = createRoute({
  method: 'put',
  path: '/lost-reasons',
  operationId: 'set_lost_reasons',
  tags,
  summary: 'Replace the list of lost reasons',
  description: 'Opportunities that were lost before keep the reason that they had.',
  ...access('pipelines.manage'),
  request: {
    body: jsonBody(lostReasonsInputSchema),
  },
  responses: {
    200: { description: 'As it is now.', content: pageContent },
    ...problems(400, 401, 402, 403, 413, 422, 429),
  },
});

export const lostReasonRoutes = createRouter<AuthEnv>()
  .openapi(listRoute, async (c) => {
    return c.json({ items: await listLostReasons(c.var.ctx), nextCursor: null }, 200);
  })
  .openapi(setRoute, async (c) => {
    return c.json({ items: await setLostReasons(c.var.ctx, c.req.valid('json')), nextCursor: null }, 200);
  });
