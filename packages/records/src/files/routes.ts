import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { idempotency } from '@vinculo/platform/http/idempotency';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import { fileUploadSchema, newFileSchema } from './schema';

const { announceFile } = deferred(() => import('./service'), 'announceFile');

export const fileRoutes = createRouter<AuthEnv>();

fileRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/files',
    operationId: 'announce_file',
    summary: 'Reserve an upload of at most 200 MB',
    tags: ['Files'],
    ...access('records.import'),
    ...idempotency('rebuilt'),
    request: { body: jsonBody(newFileSchema) },
    responses: {
      201: {
        description: 'Where to PUT the bytes.',
        content: json(fileUploadSchema),
      },
      ...problems(400, 401, 402, 403, 413, 422, 429),
    },
  }),
  async (c) => c.json(await announceFile(c.var.ctx, c.req.valid('json')), 201),
);
