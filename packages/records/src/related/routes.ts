import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { namesIn } from '../records/names';
import { idParameter, listParameters } from '../routes/parameters';
import type { Catalogue } from '../types/catalogue';

const { listRelated } = deferred(() => import('./list-related'), 'listRelated');

export function relatedRoutes(catalogue: Catalogue): OpenAPIHono<AuthEnv> {
  const router = createRouter<AuthEnv>();
  for (const model of catalogue.models) {
    const { type } = model;
    const names = (type.relations ?? []).map(({ name }) => name);
    if (names.length === 0) continue;
    router.openapi(
      createRoute({
        method: 'get',
        path: `/${type.plural}/{id}/related/{relation}`,
        operationId: `list_related_of_${type.name}`,
        summary: `List the records that point to a ${type.name}`,
        tags: [type.labels.many.en],
        ...access('record'),
        request: {
          params: idParameter(type).extend({
            relation: z
              .string()
              .max(64)
              .meta({ description: `One of: ${names.join(', ')}.` }),
          }),
          query: listParameters.pick({ sort: true, fields: true, limit: true, cursor: true }),
        },
        responses: {
          200: {
            description: 'A page of records of the relation’s type, and where the next one begins.',
            content: json(
              z.object({
                items: z.array(z.record(z.string(), z.unknown())),
                nextCursor: z.string().nullable(),
                names: z.record(z.string(), z.string()),
              }),
            ),
          },
          ...problems(400, 401, 403, 404, 422, 429),
        },
      }),
      async (c) => {
        const { ctx } = c.var;
        const query = c.req.valid('query');
        const { type: other, ...page } = await listRelated(
          ctx,
          catalogue,
          model,
          c.req.valid('param'),
          query,
        );
        return c.json({ ...page, names: await namesIn(ctx, other, page.items, query.fields) }, 200);
      },
    );
  }
  return router;
}
