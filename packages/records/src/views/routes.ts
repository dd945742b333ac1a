import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { toEtag, versionFromIfMatch } from '@vinculo/platform/http/etag';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { etagHeader, ifMatchHeader } from '../routes/parameters';
import type { Catalogue } from '../types/catalogue';
import { newViewSchema, viewChangesSchema, viewSchema } from './schema';

const { createView, deleteView, listViews, updateView } = deferred(
  () => import('./service'),
  'createView',
  'deleteView',
  'listViews',
  'updateView',
);

const tags = ['Views'];
const params = z.object({ id: z.string().max(64) });
const one = (description: string) => ({
  description,
  headers: etagHeader,
  content: json(viewSchema),
});

const listRoute = createRoute({
  method: 'get',
  path: '/views',
  operationId: 'list_views',
  summary: 'List shared views and one’s own',
  tags,
  ...access('self'),
  request: { query: z.object({ type: z.string().max(64).optional() }) },
  responses: {
    200: {
      description: 'All of them, in their order.',
      content: json(z.object({ items: z.array(viewSchema), nextCursor: z.null() })),
    },
    ...problems(401, 429),
  },
});

const createViewRoute = createRoute({
  method: 'post',
  path: '/views',
  operationId: 'create_view',
  summary: 'Save a view; sharing it takes the permission `views.share`',
  tags,
  ...access('self', { forPeople: true }),
  request: { body: jsonBody(newViewSchema) },
  responses: { 201: one('Saved.'), ...problems(400, 401, 402, 403, 409, 413, 422, 429) },
});

const updateRoute = createRoute({
  method: 'patch',
  path: '/views/{id}',
  operationId: 'update_view',
  summary: 'Change a view',
  tags,
  ...access('self', { forPeople: true }),
  request: {
    params,
    headers: ifMatchHeader,
    body: jsonBody(viewChangesSchema),
  },
  responses: { 200: one('Changed.'), ...problems(400, 401, 402, 403, 404, 412, 413, 422, 428, 429) },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: '/views/{id}',
  operationId: 'delete_view',
  summary: 'Delete a view',
  tags,
  ...access('self', { forPeople: true }),
  request: { params, headers: ifMatchHeader },
  responses: { 204: { description: 'Deleted.' }, ...problems(400, 401, 402, 403, 404, 412, 428, 429) },
});

export function viewRoutes(catalogue: Catalogue): OpenAPIHono<AuthEnv> {
  return createRouter<AuthEnv>()
    .openapi(listRoute, async (c) => {
      const items = await listViews(c.var.ctx, catalogue, c.req.valid('query').type);
      return c.json({ items, nextCursor: null }, 200);
    })
    .openapi(createViewRoute, async (c) => {
      const view = await createView(c.var.ctx, catalogue, c.req.valid('json'));
      return c.json(view, 201, { etag: toEtag(view.version) });
    })
    .openapi(updateRoute, async (c) => {
      const version = versionFromIfMatch(c.req.valid('header')['if-match']);
      const { id } = c.req.valid('param');
      const view = await updateView(c.var.ctx, catalogue, id, c.req.valid('json'), version);
      return c.json(view, 200, { etag: toEtag(view.version) });
    })
    .openapi(deleteRoute, async (c) => {
      const version = versionFromIfMatch(c.req.valid('header')['if-match']);
      await deleteView(c.var.ctx, catalogue, c.req.valid('param').id, version);
      return c.body(null, 204);
    });
}
