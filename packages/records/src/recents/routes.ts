import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { searchHitSchema } from '../search/schema';
import type { Catalogue } from '../types/catalogue';

const { listRecents, noteRecent } = deferred(() => import('./service'), 'listRecents', 'noteRecent');

const tags = ['Recents'];

const listRoute = createRoute({
  method: 'get',
  path: '/recents',
  operationId: 'list_recents',
  summary: 'List the records that one opened last',
  tags,
  ...access('self', { forPeople: true }),
  responses: {
    200: {
      description: 'The newest first, 30 at most.',
      content: json(z.object({ items: z.array(searchHitSchema), nextCursor: z.null() })),
    },
    ...problems(401, 429),
  },
});

const noteRoute = createRoute({
  method: 'put',
  path: '/recents/{recordId}',
  operationId: 'note_recent',
  summary: 'Note that one opened a record',
  tags,
  // Looking around stays possible when the trial has ended.
  ...access('self', { afterTrial: true, forPeople: true }),
  request: { params: z.object({ recordId: z.string().max(64) }) },
  responses: { 204: { description: 'Noted.' }, ...problems(401, 404, 429) },
});

export function recentRoutes(catalogue: Catalogue): OpenAPIHono<AuthEnv> {
  return createRouter<AuthEnv>()
    .openapi(listRoute, async (c) =>
      c.json({ items: await listRecents(c.var.ctx, catalogue), nextCursor: null }, 200),
    )
    .openapi(noteRoute, async (c) => {
      await noteRecent(c.var.ctx, catalogue, c.req.valid('param').recordId);
      return c.body(null, 204);
    });
}
