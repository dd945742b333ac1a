import { createRoute } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import { toEtag, versionFromIfMatch } from '@vinculo/platform/http/etag';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { versionHeaders } from '../access/version-header';
import { roleChangesSchema, roleInputSchema, roleSchema } from './schema';

const { createRole, deleteRole, getRole, listRoles, updateRole } = deferred(
  () => import('./service'),
  'createRole',
  'deleteRole',
  'getRole',
  'listRoles',
  'updateRole',
);

const params = z.object({ id: z.string().max(64) });
const role = json(roleSchema);
const tags = ['Roles'];

const listRoute = createRoute({
  method: 'get',
  path: '/roles',
  operationId: 'list_roles',
  tags,
  summary: 'All roles, built-in ones first',
  ...access('self'),
  responses: {
    200: {
      description: 'Roles with what they allow.',
      content: json(z.object({ items: z.array(roleSchema), nextCursor: z.null() })),
    },
    ...problems(401),
  },
});

const getRoute = createRoute({
  method: 'get',
  path: '/roles/{id}',
  operationId: 'get_role',
  tags,
  summary: 'One role',
  ...access('self'),
  request: { params },
  responses: { 200: { description: 'The role.', content: role }, ...problems(401, 404) },
});

const createRoleRoute = createRoute({
  method: 'post',
  path: '/roles',
  operationId: 'create_role',
  tags,
  summary: 'Make a role',
  description: 'It may allow at most what its maker may.',
  ...access('roles.manage'),
  request: { body: jsonBody(roleInputSchema) },
  responses: {
    201: { description: 'The role.', content: role },
    ...problems(400, 401, 402, 403, 409, 422),
  },
});

const updateRoute = createRoute({
  method: 'patch',
  path: '/roles/{id}',
  operationId: 'update_role',
  tags,
  summary: 'Change a role; it holds from everybody’s next request',
  ...access('roles.manage'),
  request: {
    params,
    headers: versionHeaders,
    body: jsonBody(roleChangesSchema),
  },
  responses: {
    200: { description: 'The role.', content: role },
    ...problems(400, 401, 402, 403, 404, 409, 412, 422, 428),
  },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: '/roles/{id}',
  operationId: 'delete_role',
  tags,
  summary: 'Delete a role that nobody has',
  ...access('roles.manage'),
  request: { params, headers: versionHeaders },
  responses: { 204: { description: 'Deleted.' }, ...problems(400, 401, 402, 403, 404, 409, 412, 428) },
});

export const roleRoutes = createRouter<AuthEnv>()
  .openapi(listRoute, async (c) => c.json({ items: await listRoles(c.var.ctx), nextCursor: null }, 200))
  .openapi(getRoute, async (c) => {
    const found = await getRole(c.var.ctx, c.req.valid('param').id);
    return c.json(found, 200, { etag: toEtag(found.version) });
  })
  .openapi(createRoleRoute, async (c) => {
    const created = await createRole(c.var.ctx, c.req.valid('json'));
    return c.json(created, 201, { etag: toEtag(created.version) });
  })
  .openapi(updateRoute, async (c) => {
    const version = versionFromIfMatch(c.req.header('if-match'));
    const updated = await updateRole(c.var.ctx, c.req.valid('param').id, version, c.req.valid('json'));
    return c.json(updated, 200, { etag: toEtag(updated.version) });
  })
  .openapi(deleteRoute, async (c) => {
    const version = versionFromIfMatch(c.req.header('if-match'));
    await deleteRole(c.var.ctx, c.req.valid('param').id, version);
    return c.body(null, 204);
  });
