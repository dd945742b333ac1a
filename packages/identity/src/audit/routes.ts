import { createRoute } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, problems } from '@vinculo/platform/http/routes';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { auditPageSchema, auditQuerySchema } from './schema';

const { listAudit } = deferred(() => import('./service'), 'listAudit');

const listRoute = createRoute({
  method: 'get',
  path: '/audit',
  operationId: 'list_audit',
  tags: ['Audit'],
  summary: 'Who did what: log-ins, refusals, users, roles, settings, imports, exports',
  ...access('audit.read'),
  request: { query: auditQuerySchema },
  responses: {
    200: { description: 'Newest first.', content: json(auditPageSchema) },
    ...problems(400, 401, 403, 422),
  },
});

export const auditRoutes = createRouter<AuthEnv>().openapi(listRoute, async (c) => {
  const { limit, cursor } = c.req.valid('query');
  return c.json(await listAudit(c.var.ctx, limit, cursor), 200);
});
