import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { problemSchema } from '@vinculo/platform/http/problem';
import { json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import type { RecordModel } from '../types/catalogue';
import { recordSchemas } from '../types/schema';
import { BATCH_MAXIMUM, operationSchema } from './batch-operation';

const { performAll } = deferred(() => import('./perform-batch'), 'performAll');

/** Each operation stands alone: one that is refused leaves the others done. */
export function addBatchRoute(router: OpenAPIHono<AuthEnv>, model: RecordModel): void {
  const { type } = model;
  const resultSchema = z.object({
    status: z.number().int(),
    record: recordSchemas(type).record.optional(),
    problem: problemSchema.optional(),
  });
  router.openapi(
    createRoute({
      method: 'post',
      path: `/${type.plural}/batch`,
      operationId: `batch_${type.plural}`,
      summary: `Create, change, delete and restore up to 100 ${type.plural}`,
      tags: [type.labels.many.en],
      ...access('record'),
      'x-counts-items-of': 'operations',
      request: {
        body: jsonBody(z.strictObject({ operations: z.array(operationSchema).min(1).max(BATCH_MAXIMUM) })),
      },
      responses: {
        200: {
          description: 'The result of each operation, in their order.',
          content: json(z.object({ results: z.array(resultSchema) })),
        },
        ...problems(400, 401, 402, 403, 413, 422, 429),
      },
    }),
    async (c) => {
      const { operations } = c.req.valid('json');
      const results = await performAll(c.var.ctx, model, operations);
      return c.json({ results }, 200);
    },
  );
}
