import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { searchHitSchema } from '../search/schema';
import type { Catalogue } from '../types/catalogue';

const { addFavourite, listFavourites, removeFavourite } = deferred(
  () => import('./service'),
  'addFavourite',
  'listFavourites',
  'removeFavourite',
);

const tags = ['Favourites'];
const params = z.object({ recordId: z.string().max(64) });

const listRoute = createRoute({
  method: 'get',
  path: '/favourites',
  operationId: 'list_favourites',
  summary: 'List one’s favourite records',
  tags,
  ...access('self', { forPeople: true }),
  responses: {
    200: {
      description: 'All of them, the oldest first.',
      content: json(z.object({ items: z.array(searchHitSchema), nextCursor: z.null() })),
    },
    ...problems(401, 429),
  },
});

const addRoute = createRoute({
  method: 'put',
  path: '/favourites/{recordId}',
  operationId: 'add_favourite',
  summary: 'Keep a record at hand',
  tags,
  ...access('self', { forPeople: true }),
  request: { params },
  responses: { 204: { description: 'Kept.' }, ...problems(401, 402, 404, 409, 429) },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/favourites/{recordId}',
  operationId: 'remove_favourite',
  summary: 'Keep a record at hand no longer',
  tags,
  ...access('self', { forPeople: true }),
  request: { params },
  responses: { 204: { description: 'Removed, or was none.' }, ...problems(401, 402, 429) },
});

export function favouriteRoutes(catalogue: Catalogue): OpenAPIHono<AuthEnv> {
  return createRouter<AuthEnv>()
    .openapi(listRoute, async (c) =>
      c.json({ items: await listFavourites(c.var.ctx, catalogue), nextCursor: null }, 200),
    )
    .openapi(addRoute, async (c) => {
      await addFavourite(c.var.ctx, catalogue, c.req.valid('param').recordId);
      return c.body(null, 204);
    })
    .openapi(removeRoute, async (c) => {
      await removeFavourite(c.var.ctx, c.req.valid('param').recordId);
      return c.body(null, 204);
    });
}
