import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import * as z from 'zod';
import { getDelivery, listDeliveries } from './log';
import { requestReplay, requestReplays, requestTest } from './request';
import { deliveryDetailSchema, deliveryQuerySchema, deliverySchema, replayInputSchema } from './schema';

const tags = ['Webhooks'];
const params = z.object({ id: z.string().max(64) });
const deliveryParams = z.object({ id: z.string(), deliveryId: z.string() });
const accepted = { description: 'It is on its way; the log shows what comes of it.' };
const detail = json(deliveryDetailSchema);

const listRoute = createRoute({
  method: 'get',
  path: '/webhooks/{id}/deliveries',
  operationId: 'list_webhook_deliveries',
  tags,
  summary: 'What was sent to an endpoint, and what came of it',
  ...access('webhooks.manage'),
  request: { params, query: deliveryQuerySchema },
  responses: {
    200: {
      description: 'Newest event first, of the last 30 days.',
      content: json(z.object({ items: z.array(deliverySchema), nextCursor: z.string().nullable() })),
    },
    ...problems(400, 401, 403, 404, 422),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/webhooks/{id}/deliveries/{deliveryId}',
  operationId: 'get_webhook_delivery',
  tags,
  summary: 'One delivery with its request',
  ...access('webhooks.manage'),
  request: { params: deliveryParams },
  responses: {
    200: { description: 'The delivery.', content: detail },
    ...problems(401, 403, 404),
  },
});

const replayOneRoute = createRoute({
  method: 'post',
  path: '/webhooks/{id}/deliveries/{deliveryId}/replay',
  operationId: 'replay_webhook_delivery',
  tags,
  summary: 'Send one event again',
  ...access('webhooks.manage'),
  request: { params: deliveryParams },
  responses: { 202: { ...accepted, content: detail }, ...problems(401, 402, 403, 404, 409) },
});

const replayRoute = createRoute({
  method: 'post',
  path: '/webhooks/{id}/replay',
  operationId: 'replay_webhook_deliveries',
  tags,
  summary: 'Send everything again that failed since a time',
  ...access('webhooks.manage'),
  request: {
    params,
    body: jsonBody(replayInputSchema),
  },
  responses: {
    202: accepted,
    ...problems(400, 401, 402, 403, 404, 409, 422),
  },
});

const testRoute = createRoute({
  method: 'post',
  path: '/webhooks/{id}/test',
  operationId: 'test_webhook',
  tags,
  summary: 'Send a message of the type `webhook.test`',
  ...access('webhooks.manage'),
  request: { params },
  responses: { 202: accepted, ...problems(401, 402, 403, 404, 409) },
});

export function deliveryRoutes(catalogue: Catalogue) {
  return createRouter<AuthEnv>()
    .openapi(listRoute, async (c) =>
      c.json(await listDeliveries(c.var.ctx, c.req.valid('param').id, c.req.valid('query')), 200),
    )
    .openapi(readRoute, async (c) => {
      const { id, deliveryId } = c.req.valid('param');
      return c.json(await getDelivery(c.var.ctx, catalogue, id, deliveryId), 200);
    })
    .openapi(replayOneRoute, async (c) => {
      const { id, deliveryId } = c.req.valid('param');
      await requestReplay(c.var.ctx, id, deliveryId);
      return c.json(await getDelivery(c.var.ctx, catalogue, id, deliveryId), 202);
    })
    .openapi(replayRoute, async (c) => {
      await requestReplays(c.var.ctx, c.req.valid('param').id, c.req.valid('json'));
      return c.body(null, 202);
    })
    .openapi(testRoute, async (c) => {
      await requestTest(c.var.ctx, c.req.valid('param').id);
      return c.body(null, 202);
    });
}
