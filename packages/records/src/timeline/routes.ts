import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { actorSchema, eventSchema } from '@vinculo/platform/events/envelope';
import { createRouter, json, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { idParameter } from '../routes/parameters';
import type { Catalogue } from '../types/catalogue';

const { readTimeline } = deferred(() => import('./timeline'), 'readTimeline');

const timelineItemSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    kind: z.enum(['event', 'activity']),
    actor: actorSchema,
    event: eventSchema.omit({ tenantId: true }).extend({ id: z.string() }).optional(),
    activity: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'TimelineItem' });

export function timelineRoutes(catalogue: Catalogue): OpenAPIHono<AuthEnv> {
  const router = createRouter<AuthEnv>();
  for (const model of catalogue.models) {
    const { type } = model;
    router.openapi(
      createRoute({
        method: 'get',
        path: `/${type.plural}/{id}/timeline`,
        operationId: `timeline_of_${type.name}`,
        summary: `Everything that happened with a ${type.name}`,
        tags: [type.labels.many.en],
        ...access('record'),
        request: {
          params: idParameter(type),
          query: z.object({
            limit: z.coerce.number().int().min(1).max(100).default(30),
            cursor: z.string().max(2_000).optional(),
          }),
        },
        responses: {
          200: {
            description: 'Newest first, with the display names of the ids that appear.',
            content: json(
              z.object({
                items: z.array(timelineItemSchema),
                nextCursor: z.string().nullable(),
                names: z.record(z.string(), z.string()),
              }),
            ),
          },
          ...problems(400, 401, 403, 404, 422, 429),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await readTimeline(c.var.ctx, catalogue, model, id, c.req.valid('query')), 200);
      },
    );
  }
  return router;
}
