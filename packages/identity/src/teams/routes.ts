import { createRoute } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import { toEtag, versionFromIfMatch } from '@vinculo/platform/http/etag';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { versionHeaders } from '../access/version-header';
import { teamInputSchema, teamSchema } from './schema';

const { createTeam, deleteTeam, listTeams, renameTeam } = deferred(
  () => import('./service'),
  'createTeam',
  'deleteTeam',
  'listTeams',
  'renameTeam',
);

const params = z.object({ id: z.string().max(64) });
const body = jsonBody(teamInputSchema);
const team = json(teamSchema);
const tags = ['Teams'];

const listRoute = createRoute({
  method: 'get',
  path: '/teams',
  operationId: 'list_teams',
  tags,
  summary: 'All teams',
  ...access('self'),
  responses: {
    200: {
      description: 'By name.',
      content: json(z.object({ items: z.array(teamSchema), nextCursor: z.null() })),
    },
    ...problems(401),
  },
});

const createTeamRoute = createRoute({
  method: 'post',
  path: '/teams',
  operationId: 'create_team',
  tags,
  summary: 'Make a team',
  ...access('users.manage'),
  request: { body },
  responses: {
    201: { description: 'The team.', content: team },
    ...problems(400, 401, 402, 403, 409, 422),
  },
});

const renameRoute = createRoute({
  method: 'patch',
  path: '/teams/{id}',
  operationId: 'update_team',
  tags,
  summary: 'Rename a team',
  ...access('users.manage'),
  request: { params, headers: versionHeaders, body },
  responses: {
    200: { description: 'The team.', content: team },
    ...problems(400, 401, 402, 403, 404, 412, 422, 428),
  },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: '/teams/{id}',
  operationId: 'delete_team',
  tags,
  summary: 'Delete a team that nobody is in',
  ...access('users.manage'),
  request: { params, headers: versionHeaders },
  responses: { 204: { description: 'Deleted.' }, ...problems(400, 401, 402, 403, 404, 409, 412, 428) },
});

export const teamRoutes = createRouter<AuthEnv>()
  .openapi(listRoute, async (c) => c.json({ items: await listTeams(c.var.ctx), nextCursor: null }, 200))
  .openapi(createTeamRoute, async (c) => {
    const created = await createTeam(c.var.ctx, c.req.valid('json'));
    return c.json(created, 201, { etag: toEtag(created.version) });
  })
  .openapi(renameRoute, async (c) => {
    const version = versionFromIfMatch(c.req.header('if-match'));
    const renamed = await renameTeam(c.var.ctx, c.req.valid('param').id, version, c.req.valid('json'));
    return c.json(renamed, 200, { etag: toEtag(renamed.version) });
  })
  .openapi(deleteRoute, async (c) => {
    const version = versionFromIfMatch(c.req.header('if-match'));
    await deleteTeam(c.var.ctx, c.req.valid('param').id, version);
    return c.body(null, 204);
  });
