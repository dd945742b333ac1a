import { createRoute } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import { toEtag, versionFromIfMatch } from '@vinculo/platform/http/etag';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { versionHeaders } from '../access/version-header';
import { userChangesSchema, userSchema } from './schema';

const { listUsers } = deferred(() => import('./list'), 'listUsers');
const { updateUser } = deferred(() => import('./update'), 'updateUser');

const { resetSecondFactor } = deferred(() => import('../second-factor/reset'), 'resetSecondFactor');

const listRoute = createRoute({
  method: 'get',
  path: '/users',
  operationId: 'list_users',
  tags: ['Users'],
  summary: 'Everybody in the company',
  ...access('self'),
  responses: {
    200: {
      description: 'By name; also the invited and the disabled.',
      content: json(z.object({ items: z.array(userSchema), nextCursor: z.null() })),
    },
    ...problems(401),
  },
});

const updateRoute = createRoute({
  method: 'patch',
  path: '/users/{id}',
  operationId: 'update_user',
  tags: ['Users'],
  summary: 'Change a colleague’s role, teams, name or status',
  ...access('users.manage'),
  request: {
    params: z.object({ id: z.string().max(64) }),
    headers: versionHeaders,
    body: jsonBody(userChangesSchema),
  },
  responses: {
    200: { description: 'The user.', content: json(userSchema) },
    ...problems(400, 401, 402, 403, 404, 409, 412, 422, 428),
  },
});

const resetFactorRoute = createRoute({
  method: 'delete',
  path: '/users/{id}/second-factor',
  operationId: 'remove_second_factor_of_user',
  tags: ['Users'],
  summary: 'Take away the second factor of a colleague who lost it',
  description: 'Ends their sessions and tells them by mail.',
  ...access('users.manage', { afterTrial: true, forPeople: true }),
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: { 204: { description: 'They have none now.' }, ...problems(401, 403, 404, 409) },
});

export const userRoutes = createRouter<AuthEnv>()
  .openapi(listRoute, async (c) => c.json({ items: await listUsers(c.var.ctx), nextCursor: null }, 200))
  .openapi(updateRoute, async (c) => {
    const version = versionFromIfMatch(c.req.header('if-match'));
    const user = await updateUser(c.var.ctx, c.req.valid('param').id, version, c.req.valid('json'));
    return c.json(user, 200, { etag: toEtag(user.version) });
  })
  .openapi(resetFactorRoute, async (c) => {
    await resetSecondFactor(c.var.ctx, c.req.valid('param').id);
    return c.body(null, 204);
  });
