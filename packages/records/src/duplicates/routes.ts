import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { ForbiddenError } from '@vinculo/platform/errors';
import { idempotency } from '@vinculo/platform/http/idempotency';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { levelOf } from '../records/reach';
import { searchHitSchema } from '../search/schema';
import type { Catalogue } from '../types/catalogue';
import { valueSchema } from '../types/field-schemas';
import type { RecordType, RecordValues } from '../types/record-type';

const { findDuplicates } = deferred(() => import('./find-duplicates'), 'findDuplicates');

const candidateSchema = searchHitSchema
  .extend({
    matched: z.array(z.string()).meta({ description: 'Names of the rules that it matches.' }),
    score: z.number().meta({ description: 'How surely it is the same, from 0 to 1.' }),
  })
  .meta({ id: 'DuplicateCandidate' });

export function duplicateRoutes(catalogue: Catalogue): OpenAPIHono<AuthEnv> {
  const router = createRouter<AuthEnv>();
  for (const model of catalogue.models) {
    const { type } = model;
    if (!type.duplicates) continue;
    router.openapi(
      createRoute({
        method: 'post',
        path: `/${type.plural}/duplicates`,
        operationId: `find_duplicate_${type.plural}`,
        summary: `Find ${type.plural} that may be the same as these values`,
        tags: [type.labels.many.en],
        // It changes nothing, so it stays open when the trial has ended.
        ...access('record', { afterTrial: true }),
        ...idempotency('none'),
        request: {
          body: jsonBody(
            z.strictObject({
              values: z.record(z.string().max(64), z.unknown()),
              excludeId: z.string().max(64).optional(),
            }),
          ),
        },
        responses: {
          200: {
            description: 'Candidates that the role may read, surest first, and the number of others.',
            content: json(z.object({ candidates: z.array(candidateSchema), hiddenCount: z.number().int() })),
          },
          ...problems(400, 401, 403, 413, 422, 429),
        },
      }),
      async (c) => {
        const { ctx } = c.var;
        const { values, excludeId } = c.req.valid('json');
        const isAllowed = (['create', 'read'] as const).some(
          (action) => levelOf(ctx, type, action) !== 'none',
        );
        if (!isAllowed) throw new ForbiddenError();
        return c.json(await findDuplicates(ctx, model, wellFormed(type, values), excludeId), 200);
      },
    );
  }
  return router;
}

/** People ask while they type: what is not a value yet says nothing. */
function wellFormed(type: RecordType, values: RecordValues): RecordValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = type.fields[name];
      const parsed = field && valueSchema(field).safeParse(value);
      return parsed?.success ? [[name, parsed.data]] : [];
    }),
  );
}
