import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { idempotency } from '@vinculo/platform/http/idempotency';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { markReadSchema, notificationSchema } from './schema';

const { listNotifications, markRead } = deferred(() => import('./service'), 'listNotifications', 'markRead');

const tags = ['Notifications'];

const listRoute = createRoute({
  method: 'get',
  path: '/notifications',
  operationId: 'list_notifications',
  summary: 'List one’s notifications',
  tags,
  ...access('self', { forPeople: true }),
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      cursor: z.string().max(2_000).optional(),
    }),
  },
  responses: {
    200: {
      description: 'Newest first, and how many are unread.',
      content: json(
        z.object({
          items: z.array(notificationSchema),
          nextCursor: z.string().nullable(),
          unreadCount: z.number().int().meta({ description: 'Counted up to 100.' }),
        }),
      ),
    },
    ...problems(400, 401, 422, 429),
  },
});

const readRoute = createRoute({
  method: 'post',
  path: '/notifications/read',
  operationId: 'mark_notifications_read',
  summary: 'Mark notifications as read',
  tags,
  // It concerns nobody's data, so it stays possible when the trial has ended.
  ...access('self', { afterTrial: true, forPeople: true }),
  ...idempotency('none'),
  request: { body: jsonBody(markReadSchema) },
  responses: { 204: { description: 'Marked.' }, ...problems(400, 401, 413, 422, 429) },
});

export const notificationRoutes: OpenAPIHono<AuthEnv> = createRouter<AuthEnv>()
  .openapi(listRoute, async (c) => c.json(await listNotifications(c.var.ctx, c.req.valid('query')), 200))
  .openapi(readRoute, async (c) => {
    await markRead(c.var.ctx, c.req.valid('json'));
    return c.body(null, 204);
  });
