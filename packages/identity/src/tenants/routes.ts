import { createRoute } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import { toEtag, versionFromIfMatch } from '@vinculo/platform/http/etag';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { versionHeaders } from '../access/version-header';
import { toTenant } from './items';
import { tenantChangesSchema, tenantSchema } from './schema';

const { discardSampleData, requestSampleData, updateTenant } = deferred(
  () => import('./service'),
  'discardSampleData',
  'requestSampleData',
  'updateTenant',
);

const tenant = json(tenantSchema);
const accepted = json(z.object({ status: z.literal('accepted') }));
const tags = ['Company'];

const readRoute = createRoute({
  method: 'get',
  path: '/tenant',
  operationId: 'get_tenant',
  tags,
  summary: 'The company and its settings',
  ...access('self'),
  responses: { 200: { description: 'The company.', content: tenant }, ...problems(401) },
});

const updateRoute = createRoute({
  method: 'patch',
  path: '/tenant',
  operationId: 'update_tenant',
  tags,
  summary: 'Change the company’s settings',
  ...access('tenant.manage'),
  request: {
    headers: versionHeaders,
    body: jsonBody(tenantChangesSchema),
  },
  responses: {
    200: { description: 'The company.', content: tenant },
    ...problems(400, 401, 402, 403, 412, 422, 428),
  },
});

const requestSampleRoute = createRoute({
  method: 'post',
  path: '/tenant/sample-data',
  operationId: 'add_sample_data',
  tags,
  summary: 'Load sample data',
  ...access('tenant.manage'),
  responses: {
    202: { description: 'It is being loaded.', content: accepted },
    ...problems(401, 402, 403, 409, 412),
  },
});

const discardSampleRoute = createRoute({
  method: 'delete',
  path: '/tenant/sample-data',
  operationId: 'remove_sample_data',
  tags,
  summary: 'Throw the sample data away',
  ...access('tenant.manage'),
  responses: {
    202: { description: 'It is being deleted.', content: accepted },
    ...problems(401, 402, 403, 412),
  },
});

export const tenantRoutes = createRouter<AuthEnv>()
  .openapi(readRoute, (c) => {
    const { principal, ctx } = c.var;
    return c.json(toTenant(principal.tenant, ctx.clock.now()), 200, {
      etag: toEtag(principal.tenant.version),
    });
  })
  .openapi(updateRoute, async (c) => {
    const version = versionFromIfMatch(c.req.header('if-match'));
    const updated = await updateTenant(c.var.ctx, c.var.principal.tenant, version, c.req.valid('json'));
    return c.json(updated, 200, { etag: toEtag(updated.version) });
  })
  .openapi(requestSampleRoute, async (c) => {
    await requestSampleData(c.var.ctx, c.var.principal.tenant);
    return c.json({ status: 'accepted' as const }, 202);
  })
  .openapi(discardSampleRoute, async (c) => {
    await discardSampleData(c.var.ctx, c.var.principal.tenant);
    return c.json({ status: 'accepted' as const }, 202);
  });
