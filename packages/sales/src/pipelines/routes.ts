import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { toEtag, versionFromIfMatch } from '@vinculo/platform/http/etag';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import { etagHeader, ifMatchHeader } from '@vinculo/records/routes/parameters';
import * as z from 'zod';
import { pipelineInputSchema, pipelinePatchSchema, pipelineSchema } from './schema';

const { createPipeline, deletePipeline, getPipeline, listPipelines, updatePipeline } = deferred(
  () => import('./service'),
  'createPipeline',
  'deletePipeline',
  'getPipeline',
  'listPipelines',
  'updatePipeline',
);

const tags = ['Pipelines'];
const params = z.object({ id: z.string().max(64) });
const one = {
  headers: etagHeader,
  content: json(pipelineSchema),
};

const listRoute = createRoute({
  method: 'get',
  path: '/pipelines',
  operationId: 'list_pipelines',
  tags,
  summary: 'List the pipelines',
  ...access('self'),
  responses: {
    200: {
      description: 'All of them, oldest first; a tenant has at least one.',
      content: json(z.object({ items: z.array(pipelineSchema), nextCursor: z.null() })),
    },
    ...problems(401, 429),
  },
});

const getRoute = createRoute({
  method: 'get',
  path: '/pipelines/{id}',
  operationId: 'get_pipeline',
  tags,
  summary: 'Get a pipeline',
  ...access('self'),
  request: { params },
  responses: { 200: { description: 'The pipeline.', ...one }, ...problems(401, 404, 429) },
});

const createPipelineRoute = createRoute({
  method: 'post',
  path: '/pipelines',
  operationId: 'create_pipeline',
  tags,
  summary: 'Create a pipeline',
  ...access('pipelines.manage'),
  request: { body: jsonBody(pipelineInputSchema) },
  responses: {
    201: { description: 'Created.', ...one },
    ...problems(400, 401, 402, 403, 409, 413, 422, 429),
  },
});

const updateRoute = createRoute({
  method: 'patch',
  path: '/pipelines/{id}',
  operationId: 'update_pipeline',
  tags,
  summary: 'Change a pipeline and its stages',
  description:
    'Stages are replaced as a list; one that is left out is removed. When opportunities are in it, `stageMoves` names the stage that takes them.',
  ...access('pipelines.manage'),
  request: {
    params,
    headers: ifMatchHeader,
    body: jsonBody(pipelinePatchSchema),
  },
  responses: {
    200: { description: 'Changed.', ...one },
    ...problems(400, 401, 402, 403, 404, 412, 413, 422, 428, 429),
  },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: '/pipelines/{id}',
  operationId: 'delete_pipeline',
  tags,
  summary: 'Delete a pipeline that is empty and not the default one',
  ...access('pipelines.manage'),
  request: { params, headers: ifMatchHeader },
  responses: {
    204: { description: 'Deleted.' },
    ...problems(400, 401, 402, 403, 404, 409, 412, 428, 429),
  },
});

export const pipelineRoutes = createRouter<AuthEnv>()
  .openapi(listRoute, async (c) => c.json({ items: await listPipelines(c.var.ctx), nextCursor: null }, 200))
  .openapi(getRoute, async (c) => {
    const pipeline = await getPipeline(c.var.ctx, c.req.valid('param').id);
    return c.json(pipeline, 200, { etag: toEtag(pipeline.version) });
  })
  .openapi(createPipelineRoute, async (c) => {
    const created = await createPipeline(c.var.ctx, c.req.valid('json'));
    return c.json(created, 201, {
      etag: toEtag(created.version),
      location: `/api/v1/pipelines/${created.id}`,
    });
  })
  .openapi(updateRoute, async (c) => {
    const version = versionFromIfMatch(c.req.valid('header')['if-match']);
    const changed = await updatePipeline(c.var.ctx, c.req.valid('param').id, c.req.valid('json'), version);
    return c.json(changed, 200, { etag: toEtag(changed.version) });
  })
  .openapi(deleteRoute, async (c) => {
    const version = versionFromIfMatch(c.req.valid('header')['if-match']);
    await deletePipeline(c.var.ctx, c.req.valid('param').id, version);
    return c.body(null, 204);
  });
