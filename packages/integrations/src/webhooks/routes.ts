import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { versionHeaders } from '@vinculo/identity/access/version-header';
import { toEtag, versionFromIfMatch } from '@vinculo/platform/http/etag';
import { idempotency } from '@vinculo/platform/http/idempotency';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import * as z from 'zod';
import { deleteWebhook, rotateWebhookSecret, updateWebhook } from './change';
import { webhookEventTypes } from './filters';
import {
  eventTypeSchema,
  newWebhookSchema,
  webhookChangesSchema,
  webhookInputSchema,
  webhookRotationSchema,
  webhookSchema,
} from './schema';
import { createWebhook, getWebhook, listWebhooks } from './service';

const tags = ['Webhooks'];
const params = z.object({ id: z.string().max(64) });
const webhook = json(webhookSchema);
const newWebhook = json(newWebhookSchema);

const typesRoute = createRoute({
  method: 'get',
  path: '/webhook-event-types',
  operationId: 'list_webhook_event_types',
  tags,
  summary: 'Every event that an endpoint can be sent',
  ...access('webhooks.manage'),
  responses: {
    200: {
      description: 'By record type, in the order of the navigation.',
      content: json(z.object({ items: z.array(eventTypeSchema) })),
    },
    ...problems(401, 403),
  },
});

const listRoute = createRoute({
  method: 'get',
  path: '/webhooks',
  operationId: 'list_webhooks',
  tags,
  summary: 'The company’s endpoints',
  ...access('webhooks.manage'),
  responses: {
    200: {
      description: 'Newest first.',
      content: json(z.object({ items: z.array(webhookSchema), nextCursor: z.null() })),
    },
    ...problems(401, 403),
  },
});

const createWebhookRoute = createRoute({
  method: 'post',
  path: '/webhooks',
  operationId: 'create_webhook',
  tags,
  summary: 'Send events to an endpoint',
  description:
    'Messages follow Standard Webhooks and come at least once, in no order. The endpoint acts with a role, as an API key does: it owns no records and is in no team, so only rights of the level `all` reach anything, and fields that the role hides never leave.',
  ...access('webhooks.manage'),
  ...idempotency('secret'),
  request: { body: jsonBody(webhookInputSchema) },
  responses: {
    201: { description: 'The endpoint, and this once its secret.', content: newWebhook },
    ...problems(400, 401, 402, 403, 409, 422),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/webhooks/{id}',
  operationId: 'get_webhook',
  tags,
  summary: 'One endpoint',
  ...access('webhooks.manage'),
  request: { params },
  responses: { 200: { description: 'The endpoint.', content: webhook }, ...problems(401, 403, 404) },
});

const updateRoute = createRoute({
  method: 'patch',
  path: '/webhooks/{id}',
  operationId: 'update_webhook',
  tags,
  summary: 'Change, pause or resume an endpoint',
  description: 'Setting the status of a disabled endpoint to `active` lets it try again.',
  ...access('webhooks.manage'),
  request: {
    params,
    headers: versionHeaders,
    body: jsonBody(webhookChangesSchema),
  },
  responses: {
    200: { description: 'The endpoint as it is now.', content: webhook },
    ...problems(400, 401, 402, 403, 404, 412, 422, 428),
  },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: '/webhooks/{id}',
  operationId: 'delete_webhook',
  tags,
  summary: 'Delete an endpoint',
  ...access('webhooks.manage', { afterTrial: true }),
  request: { params, headers: versionHeaders },
  responses: { 204: { description: 'It is gone.' }, ...problems(400, 401, 403, 404, 412, 428) },
});

const rotateRoute = createRoute({
  method: 'post',
  path: '/webhooks/{id}/rotate-secret',
  operationId: 'rotate_webhook_secret',
  tags,
  summary: 'Give an endpoint a new secret',
  ...access('webhooks.manage'),
  ...idempotency('secret'),
  request: {
    params,
    body: jsonBody(webhookRotationSchema),
  },
  responses: {
    200: { description: 'The endpoint, and this once its new secret.', content: newWebhook },
    ...problems(400, 401, 402, 403, 404, 412, 422),
  },
});

export function webhookRoutes(catalogue: Catalogue) {
  return createRouter<AuthEnv>()
    .openapi(typesRoute, (c) => c.json({ items: webhookEventTypes(catalogue) }, 200))
    .openapi(listRoute, async (c) => c.json({ items: await listWebhooks(c.var.ctx), nextCursor: null }, 200))
    .openapi(createWebhookRoute, async (c) => {
      const created = await createWebhook(c.var.ctx, catalogue, c.req.valid('json'));
      return c.json(created, 201, { etag: toEtag(created.version) });
    })
    .openapi(readRoute, async (c) => {
      const found = await getWebhook(c.var.ctx, c.req.valid('param').id);
      return c.json(found, 200, { etag: toEtag(found.version) });
    })
    .openapi(updateRoute, async (c) => {
      const version = versionFromIfMatch(c.req.header('if-match'));
      const { id } = c.req.valid('param');
      const changed = await updateWebhook(c.var.ctx, catalogue, id, c.req.valid('json'), version);
      return c.json(changed, 200, { etag: toEtag(changed.version) });
    })
    .openapi(deleteRoute, async (c) => {
      const version = versionFromIfMatch(c.req.header('if-match'));
      await deleteWebhook(c.var.ctx, c.req.valid('param').id, version);
      return c.body(null, 204);
    })
    .openapi(rotateRoute, async (c) => {
      const { overlapHours } = c.req.valid('json');
      const rotated = await rotateWebhookSecret(c.var.ctx, c.req.valid('param').id, overlapHours);
      return c.json(rotated, 200, { etag: toEtag(rotated.version) });
    });
}
