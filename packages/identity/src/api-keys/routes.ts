import { createRoute } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import { toEtag } from '@vinculo/platform/http/etag';
import { createRouter, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { apiKeyInputSchema, apiKeySchema, newApiKeySchema } from './schema';

const { createApiKey, getApiKey, listApiKeys } = deferred(
  () => import('./service'),
  'createApiKey',
  'getApiKey',
  'listApiKeys',
);

const tags = ['API keys'];
const params = z.object({ id: z.string() });
const key = { 'application/json': { schema: apiKeySchema } };

const listRoute = createRoute({
  method: 'get',
  path: '/api-keys',
  tags,
  summary: 'The company’s API keys',
  ...access('keys.manage', { forPeople: true }),
  responses: {
    200: {
      description: 'Newest first; those that run out stay until they are revoked.',
      content: {
        'application/json': { schema: z.object({ items: z.array(apiKeySchema), nextCursor: z.null() }) },
      },
    },
    ...problems(401, 403),
  },
});

const createKeyRoute = createRoute({
  method: 'post',
  path: '/api-keys',
  tags,
  summary: 'Make an API key',
  description:
    'A key acts with a role, or with what its scopes leave of it: `<record type>:read`, `<record type>:write`, `*` for every type, or the name of a permission. It owns no records and is in no team, so only rights of the level `all` reach anything. Nobody makes a key with more rights than they have.',
  ...access('keys.manage', { forPeople: true }),
  request: { body: { required: true, content: { 'application/json': { schema: apiKeyInputSchema } } } },
  responses: {
    201: {
      description: 'The key, and this once its secret.',
      content: { 'application/json': { schema: newApiKeySchema } },
    },
    ...problems(400, 401, 402, 403, 409, 422),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/api-keys/{id}',
  tags,
  summary: 'One API key',
  ...access('keys.manage', { forPeople: true }),
  request: { params },
  responses: { 200: { description: 'The key.', content: key }, ...problems(401, 403, 404) },
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
  });
