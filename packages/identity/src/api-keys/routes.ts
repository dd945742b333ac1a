import { createRoute } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import { toEtag, versionFromIfMatch } from '@vinculo/platform/http/etag';
import { idempotency } from '@vinculo/platform/http/idempotency';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { versionHeaders } from '../access/version-header';
import {
  apiKeyChangesSchema,
  apiKeyInputSchema,
  apiKeySchema,
  newApiKeySchema,
  rotationSchema,
} from './schema';

const { createApiKey, getApiKey, listApiKeys } = deferred(
  () => import('./service'),
  'createApiKey',
  'getApiKey',
  'listApiKeys',
);

const { revokeApiKey, rotateApiKey, updateApiKey } = deferred(
  () => import('./change'),
  'revokeApiKey',
  'rotateApiKey',
  'updateApiKey',
);

const tags = ['API keys'];
const params = z.object({ id: z.string().max(64) });
const key = json(apiKeySchema);

const listRoute = createRoute({
  method: 'get',
  path: '/api-keys',
  operationId: 'list_api_keys',
  tags,
  summary: 'The company’s API keys',
  ...access('keys.manage', { forPeople: true }),
  responses: {
    200: {
      description: 'Newest first; those that run out stay until they are revoked.',
      content: json(z.object({ items: z.array(apiKeySchema), nextCursor: z.null() })),
    },
    ...problems(401, 403),
  },
});

const createKeyRoute = createRoute({
  method: 'post',
  path: '/api-keys',
  operationId: 'create_api_key',
  tags,
  summary: 'Make an API key',
  description:
    'A key acts with a role, or with what its scopes leave of it: `<record type>:read`, `<record type>:write`, `*` for every type, or the name of a permission. It owns no records and is in no team, so only rights of the level `all` reach anything. Nobody makes a key with more rights than they have.',
  ...access('keys.manage', { forPeople: true }),
  ...idempotency('secret'),
  request: { body: jsonBody(apiKeyInputSchema) },
  responses: {
    201: {
      description: 'The key, and this once its secret.',
      content: json(newApiKeySchema),
    },
    ...problems(400, 401, 402, 403, 409, 422),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/api-keys/{id}',
  operationId: 'get_api_key',
  tags,
  summary: 'One API key',
  ...access('keys.manage', { forPeople: true }),
  request: { params },
  responses: { 200: { description: 'The key.', content: key }, ...problems(401, 403, 404) },
});

const updateRoute = createRoute({
  method: 'patch',
  path: '/api-keys/{id}',
  operationId: 'update_api_key',
  tags,
  summary: 'Change an API key’s name, role, scopes, end, status or version of the API',
  description: 'Holds from its next request. A key that is disabled can be made active again.',
  ...access('keys.manage', { forPeople: true }),
  request: {
    params,
    headers: versionHeaders,
    body: jsonBody(apiKeyChangesSchema),
  },
  responses: {
    200: { description: 'The key.', content: key },
    ...problems(400, 401, 402, 403, 404, 409, 412, 422, 428),
  },
});

const revokeRoute = createRoute({
  method: 'delete',
  path: '/api-keys/{id}',
  operationId: 'revoke_api_key',
  tags,
  summary: 'Revoke an API key, for good and at once',
  ...access('keys.manage', { forPeople: true, afterTrial: true }),
  request: { params, headers: versionHeaders },
  responses: { 204: { description: 'Revoked.' }, ...problems(400, 401, 403, 404, 409, 412, 428) },
});

const rotateRoute = createRoute({
  method: 'post',
  path: '/api-keys/{id}/rotate',
  operationId: 'rotate_api_key',
  tags,
  summary: 'Give an API key a new secret',
  description: 'Both secrets work during the overlap. A rotation ends what was left of the one before.',
  ...access('keys.manage', { forPeople: true }),
  ...idempotency('secret'),
  request: {
    params,
    body: jsonBody(rotationSchema),
  },
  responses: {
    200: {
      description: 'The key, and this once its new secret.',
      content: json(newApiKeySchema),
    },
    ...problems(400, 401, 402, 403, 404, 409, 412, 422),
  },
});

export const apiKeyRoutes = createRouter<AuthEnv>()
  .openapi(listRoute, async (c) => c.json({ items: await listApiKeys(c.var.ctx), nextCursor: null }, 200))
  .openapi(createKeyRoute, async (c) => {
    const created = await createApiKey(c.var.ctx, c.req.valid('json'));
    return c.json(created, 201, { etag: toEtag(created.version) });
  })
  .openapi(readRoute, async (c) => {
    const found = await getApiKey(c.var.ctx, c.req.valid('param').id);
    return c.json(found, 200, { etag: toEtag(found.version) });
  })
  .openapi(updateRoute, async (c) => {
    const version = versionFromIfMatch(c.req.header('if-match'));
    const updated = await updateApiKey(c.var.ctx, c.req.valid('param').id, version, c.req.valid('json'));
    return c.json(updated, 200, { etag: toEtag(updated.version) });
  })
  .openapi(revokeRoute, async (c) => {
    const version = versionFromIfMatch(c.req.header('if-match'));
    await revokeApiKey(c.var.ctx, c.req.valid('param').id, version);
    return c.body(null, 204);
  })
  .openapi(rotateRoute, async (c) => {
    const rotated = await rotateApiKey(c.var.ctx, c.req.valid('param').id, c.req.valid('json'));
    return c.json(rotated, 200, { etag: toEtag(rotated.version) });
  });
