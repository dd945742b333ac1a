import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { versionHeaders } from '@vinculo/identity/access/version-header';
import { toEtag, versionFromIfMatch } from '@vinculo/platform/http/etag';
import { idempotency } from '@vinculo/platform/http/idempotency';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import * as z from 'zod';
import { revokeInboundHook, rotateInboundHook, updateInboundHook } from './change';
import {
  inboundHookChangesSchema,
  inboundHookInputSchema,
  inboundHookSchema,
  inboundRotationSchema,
  newInboundHookSchema,
} from './schema';
import { createInboundHook, getInboundHook, listInboundHooks } from './service';

const tags = ['Inbound hooks'];
const params = z.object({ id: z.string().max(60) });
const hook = json(inboundHookSchema);
const newHook = json(newInboundHookSchema);

const listRoute = createRoute({
  method: 'get',
  path: '/inbound-hooks',
  operationId: 'list_inbound_hooks',
  tags,
  summary: 'The addresses that other systems post to',
  ...access('webhooks.manage'),
  responses: {
    200: {
      description: 'Newest first.',
      content: json(z.object({ items: z.array(inboundHookSchema), nextCursor: z.null() })),
    },
    ...problems(401, 403),
  },
});

const createHookRoute = createRoute({
  method: 'post',
  path: '/inbound-hooks',
  operationId: 'create_inbound_hook',
  tags,
  summary: 'Make an address that another system can post to',
  description:
    'Each message creates a record or changes the one that it means. The hook acts with a role, as an API key does: only rights of the level `all` reach anything.',
  ...access('webhooks.manage'),
  ...idempotency('secret'),
  request: { body: jsonBody(inboundHookInputSchema) },
  responses: {
    201: { description: 'The hook, and this once its address.', content: newHook },
    ...problems(400, 401, 402, 403, 409, 422),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/inbound-hooks/{id}',
  operationId: 'get_inbound_hook',
  tags,
  summary: 'One inbound hook',
  ...access('webhooks.manage'),
  request: { params },
  responses: { 200: { description: 'The hook.', content: hook }, ...problems(401, 403, 404) },
});

const updateRoute = createRoute({
  method: 'patch',
  path: '/inbound-hooks/{id}',
  operationId: 'update_inbound_hook',
  tags,
  summary: 'Change what an inbound hook does',
  ...access('webhooks.manage'),
  request: {
    params,
    headers: versionHeaders,
    body: jsonBody(inboundHookChangesSchema),
  },
  responses: {
    200: { description: 'The hook as it is now.', content: hook },
    ...problems(400, 401, 402, 403, 404, 412, 422, 428),
  },
});

const revokeRoute = createRoute({
  method: 'delete',
  path: '/inbound-hooks/{id}',
  operationId: 'delete_inbound_hook',
  tags,
  summary: 'Revoke an inbound hook',
  ...access('webhooks.manage', { afterTrial: true }),
  request: { params, headers: versionHeaders },
  responses: {
    204: { description: 'Its address does not work any more.' },
    ...problems(400, 401, 403, 404, 412, 428),
  },
});

const rotateRoute = createRoute({
  method: 'post',
  path: '/inbound-hooks/{id}/rotate',
  operationId: 'rotate_inbound_hook',
  tags,
  summary: 'Give an inbound hook a new address',
  ...access('webhooks.manage'),
  ...idempotency('secret'),
  request: {
    params,
    body: jsonBody(inboundRotationSchema),
  },
  responses: {
    200: { description: 'The hook, and this once its new address.', content: newHook },
    ...problems(400, 401, 402, 403, 404, 412, 422),
  },
});

export function inboundHookRoutes(catalogue: Catalogue) {
  return createRouter<AuthEnv>()
    .openapi(listRoute, async (c) =>
      c.json({ items: await listInboundHooks(c.var.ctx), nextCursor: null }, 200),
    )
    .openapi(createHookRoute, async (c) => {
      const created = await createInboundHook(c.var.ctx, catalogue, c.req.valid('json'));
      return c.json(created, 201, { etag: toEtag(created.version) });
    })
    .openapi(readRoute, async (c) => {
      const found = await getInboundHook(c.var.ctx, c.req.valid('param').id);
      return c.json(found, 200, { etag: toEtag(found.version) });
    })
    .openapi(updateRoute, async (c) => {
      const version = versionFromIfMatch(c.req.header('if-match'));
      const { id } = c.req.valid('param');
      const changed = await updateInboundHook(c.var.ctx, catalogue, id, c.req.valid('json'), version);
      return c.json(changed, 200, { etag: toEtag(changed.version) });
    })
    .openapi(revokeRoute, async (c) => {
      const version = versionFromIfMatch(c.req.header('if-match'));
      await revokeInboundHook(c.var.ctx, c.req.valid('param').id, version);
      return c.body(null, 204);
    })
    .openapi(rotateRoute, async (c) => {
      const { overlapHours } = c.req.valid('json');
      const rotated = await rotateInboundHook(c.var.ctx, catalogue, c.req.valid('param').id, overlapHours);
      return c.json(rotated, 200, { etag: toEtag(rotated.version) });
    });
}
