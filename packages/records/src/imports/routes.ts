import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { openCursor, sealCursor } from '@vinculo/platform/http/cursor';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import type { Catalogue } from '../types/catalogue';
import { toImport } from './items';
import { listImports } from './repository';
import { mayRead } from './rights';
import { addRowRoutes } from './row-routes';
import { importChangesSchema, importSchema, newImportSchema } from './schema';

const { createImport, getImport, updateImport } = deferred(
  () => import('./service'),
  'createImport',
  'getImport',
  'updateImport',
);
const { cancelImport, checkImport, resultLink, startImport, undoImport } = deferred(
  () => import('./run-service'),
  'cancelImport',
  'checkImport',
  'resultLink',
  'startImport',
  'undoImport',
);

const tags = ['Imports'];
const PAGE = 25;
export const importParams = z.object({ id: z.string().max(64) });
const one = (description: string) => ({ description, content: json(importSchema) });

/** Imports of every record type of the catalogue. */
export function importRoutes(catalogue: Catalogue): OpenAPIHono<AuthEnv> {
  const router = createRouter<AuthEnv>();
  addSettingRoutes(router, catalogue);
  addRowRoutes(router, catalogue);
  addJobRoutes(router, catalogue);
  return router;
}

function addSettingRoutes(router: OpenAPIHono<AuthEnv>, catalogue: Catalogue): void {
  router.openapi(
    createRoute({
      method: 'get',
      path: '/imports',
      operationId: 'list_imports',
      summary: 'The imports of the last 30 days, newest first',
      tags,
      ...access('records.import'),
      request: { query: z.object({ cursor: z.string().max(2_000).optional() }) },
      responses: {
        200: {
          description: 'A page: those that the actor made, or all for who manages the tenant.',
          content: json(z.object({ items: z.array(importSchema), nextCursor: z.string().nullable() })),
        },
        ...problems(400, 401, 403, 429),
      },
    }),
    async (c) => {
      const { ctx } = c.var;
      const scope = { imports: ctx.actor.id };
      const { cursor } = c.req.valid('query');
      const before = cursor === undefined ? undefined : String(openCursor(ctx.tenant.secret, scope, cursor));
      const page = await listImports(ctx, PAGE, before);
      const nowSeconds = ctx.clock.now().getTime() / 1000;
      const items = page.items.filter((item) => mayRead(ctx, item) && item.expiresAt > nowSeconds);
      const last = page.lastKey?.sk;
      const nextCursor = last === undefined ? null : sealCursor(ctx.tenant.secret, scope, last);
      return c.json({ items: items.map(toImport), nextCursor }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/imports',
      operationId: 'create_import',
      summary: 'Look at an uploaded file and guess how to import it',
      tags,
      ...access('records.import'),
      request: { body: jsonBody(newImportSchema) },
      responses: {
        201: one('A draft: encoding, separator, header and mapping are guesses.'),
        ...problems(400, 401, 402, 403, 404, 413, 422, 429),
      },
    }),
    async (c) => c.json(await createImport(c.var.ctx, catalogue, c.req.valid('json')), 201),
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/imports/{id}',
      operationId: 'get_import',
      summary: 'Get an import',
      tags,
      ...access('records.import'),
      request: { params: importParams },
      responses: { 200: one('The import, with its sample and targets.'), ...problems(401, 403, 404, 429) },
    }),
    async (c) => c.json(await getImport(c.var.ctx, catalogue, c.req.valid('param').id), 200),
  );

  router.openapi(
    createRoute({
      method: 'patch',
      path: '/imports/{id}',
      operationId: 'update_import',
      summary: 'Change how a file is read or what becomes of its rows',
      tags,
      ...access('records.import'),
      request: {
        params: importParams,
        body: jsonBody(importChangesSchema),
      },
      responses: {
        200: one('Changed; it must be checked again.'),
        ...problems(400, 401, 402, 403, 404, 409, 413, 422, 429),
      },
    }),
    async (c) => {
      const changes = c.req.valid('json');
      return c.json(await updateImport(c.var.ctx, catalogue, c.req.valid('param').id, changes), 200);
    },
  );
}

function addJobRoutes(router: OpenAPIHono<AuthEnv>, catalogue: Catalogue): void {
  const jobs = {
    check: { summary: 'Read the whole file and find the rows that cannot be imported', run: checkImport },
    start: { summary: 'Write the rows of a checked import', run: startImport },
    cancel: {
      summary: 'Stop a check or an import; what is written stays',
      run: (ctx, _catalogue, id) => cancelImport(ctx, id),
    },
    undo: {
      summary: 'Take everything back that the import did',
      run: (ctx, _catalogue, id) => undoImport(ctx, id),
    },
  } satisfies Record<string, { summary: string; run: typeof checkImport }>;

  for (const [name, { summary, run }] of Object.entries(jobs)) {
    router.openapi(
      createRoute({
        method: 'post',
        path: `/imports/{id}/${name}`,
        operationId: `${name}_import`,
        summary,
        tags,
        ...access('records.import'),
        request: { params: importParams },
        responses: {
          202: one('Accepted; `status` and `progress` tell how far it is.'),
          ...problems(401, 402, 403, 404, 409, 429),
        },
      }),
      async (c) => c.json(await run(c.var.ctx, catalogue, c.req.valid('param').id), 202),
    );
  }

  router.openapi(
    createRoute({
      method: 'get',
      path: '/imports/{id}/result',
      operationId: 'get_import_result',
      summary: 'A CSV that says what became of each row, kept for 30 days',
      tags,
      ...access('records.import'),
      request: { params: importParams },
      responses: {
        302: { description: 'Where the file is, for 15 minutes.' },
        ...problems(401, 403, 404, 409, 429),
      },
    }),
    async (c) => c.redirect(await resultLink(c.var.ctx, c.req.valid('param').id), 302),
  );
}
