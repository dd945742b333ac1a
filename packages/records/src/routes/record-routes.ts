import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { toEtag, versionFromIfMatch } from '@vinculo/platform/http/etag';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { requireNoDuplicates } from '../duplicates/require-no-duplicates';
import { listRecords } from '../lists/list';
import { namesIn } from '../records/names';
import { createRecord, deleteRecord, getRecord, restoreRecord, updateRecord } from '../records/service';
import { findIds } from '../search/find-ids';
import type { Catalogue, RecordModel } from '../types/catalogue';
import type { CrmRecord, RecordValues } from '../types/record-type';
import { recordSchemas } from '../types/schema';
import { addBatchRoute } from './batch-route';
import { etagHeader, idParameter, ifMatchHeader, listParameters } from './parameters';

/** The same operations for every record type of the catalogue. */
export function recordRoutes(catalogue: Catalogue): OpenAPIHono<AuthEnv> {
  const router = createRouter<AuthEnv>();
  for (const model of catalogue.models) {
    addCollectionRoutes(router, catalogue, model);
    addItemRoutes(router, model);
    addBatchRoute(router, model);
  }
  return router;
}

const namesSchema = z
  .record(z.string(), z.string())
  .meta({ description: 'Display names of the ids that appear.' });

function addCollectionRoutes(router: OpenAPIHono<AuthEnv>, catalogue: Catalogue, model: RecordModel): void {
  const { type } = model;
  const { create, record, listed } = recordSchemas(type);
  const tags = [type.labels.many.en];

  router.openapi(
    createRoute({
      method: 'get',
      path: `/${type.plural}`,
      operationId: `list_${type.plural}`,
      summary: `List ${type.plural}`,
      tags,
      ...access('record'),
      request: { query: listParameters },
      responses: {
        200: {
          description: 'A page, and where the next one begins.',
          content: json(
            z.object({
              items: z.array(listed),
              nextCursor: z.string().nullable(),
              names: namesSchema,
            }),
          ),
        },
        ...problems(400, 401, 403, 422, 429),
      },
    }),
    async (c) => {
      const { ctx } = c.var;
      const query = c.req.valid('query');
      const found = query.q ? await findIds(ctx, catalogue, query.q, [type.name]) : undefined;
      const page = await listRecords(ctx, model, query, found);
      return c.json({ ...page, names: await namesIn(ctx, type, page.items, query.fields) }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: `/${type.plural}`,
      operationId: `create_${type.name}`,
      summary: `Create a ${type.name}`,
      tags,
      ...access('record'),
      request: {
        query: z.object({
          duplicates: z.enum(['warn', 'allow']).default('allow').meta({
            description: '`warn` answers 409 with `candidates` instead when the record may exist already.',
          }),
        }),
        body: jsonBody(create),
      },
      responses: {
        201: {
          description: 'Created.',
          headers: etagHeader,
          content: json(record),
        },
        ...problems(400, 401, 402, 403, 409, 413, 422, 429),
      },
    }),
    async (c) => {
      const { ctx } = c.var;
      const values = c.req.valid('json') as RecordValues;
      if (c.req.valid('query').duplicates === 'warn') await requireNoDuplicates(ctx, model, values);
      const created = await createRecord(ctx, model, values);
      return c.json(created, 201, {
        etag: toEtag(created.version),
        location: `/api/v1/${type.plural}/${created.id}`,
      });
    },
  );
}

function addItemRoutes(router: OpenAPIHono<AuthEnv>, model: RecordModel): void {
  const { type } = model;
  const { patch, record } = recordSchemas(type);
  const tags = [type.labels.many.en];
  const path = `/${type.plural}/{id}`;
  const params = idParameter(type);
  const one = (description: string) => ({
    200: { description, headers: etagHeader, content: json(record) },
  });

  router.openapi(
    createRoute({
      method: 'get',
      path,
      operationId: `get_${type.name}`,
      summary: `Get a ${type.name}`,
      tags,
      ...access('record'),
      request: { params },
      responses: { ...one('The record, and `names` of the ids in it.'), ...problems(401, 403, 404, 429) },
    }),
    async (c) => {
      const found = await getRecord(c.var.ctx, model, c.req.valid('param').id);
      const answer: CrmRecord = { ...found, names: await namesIn(c.var.ctx, type, [found]) };
      return c.json(answer, 200, { etag: toEtag(found.version) });
    },
  );

  router.openapi(
    createRoute({
      method: 'patch',
      path,
      operationId: `update_${type.name}`,
      summary: `Change a ${type.name}`,
      tags,
      ...access('record'),
      request: {
        params,
        headers: ifMatchHeader,
        body: jsonBody(patch),
      },
      responses: {
        ...one('Changed. A patch that changes nothing keeps the version.'),
        ...problems(400, 401, 402, 403, 404, 409, 412, 413, 422, 428, 429),
      },
    }),
    async (c) => {
      const version = versionFromIfMatch(c.req.valid('header')['if-match']);
      const { id } = c.req.valid('param');
      const changed = await updateRecord(c.var.ctx, model, id, c.req.valid('json') as RecordValues, version);
      return c.json(changed, 200, { etag: toEtag(changed.version) });
    },
  );

  router.openapi(
    createRoute({
      method: 'delete',
      path,
      operationId: `delete_${type.name}`,
      summary: `Move a ${type.name} to the trash`,
      tags,
      ...access('record'),
      request: { params, headers: ifMatchHeader },
      responses: {
        204: { description: 'In the trash, from where it can be restored for 30 days.' },
        ...problems(400, 401, 402, 403, 404, 412, 428, 429),
      },
    }),
    async (c) => {
      const version = versionFromIfMatch(c.req.valid('header')['if-match']);
      await deleteRecord(c.var.ctx, model, c.req.valid('param').id, version);
      return c.body(null, 204);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: `${path}/restore`,
      operationId: `restore_${type.name}`,
      summary: `Take a ${type.name} out of the trash`,
      tags,
      ...access('record'),
      request: { params },
      responses: { ...one('Restored.'), ...problems(401, 402, 403, 404, 409, 429) },
    }),
    async (c) => {
      const restored = await restoreRecord(c.var.ctx, model, c.req.valid('param').id);
      return c.json(restored, 200, { etag: toEtag(restored.version) });
    },
  );
}
