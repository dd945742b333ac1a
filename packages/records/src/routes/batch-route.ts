import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv, UserContext } from '@vinculo/identity/access/user-context';
import { withStep } from '@vinculo/platform/context';
import { AppError, NotFoundError } from '@vinculo/platform/errors';
import { problemSchema, toProblem } from '@vinculo/platform/http/problem';
import { problems } from '@vinculo/platform/http/routes';
import type { Subject } from '@vinculo/platform/idempotency/claim';
import * as z from 'zod';
import { createRecord, deleteRecord, getRecord, restoreRecord, updateRecord } from '../records/service';
import type { RecordModel } from '../types/catalogue';
import type { CrmRecord } from '../types/record-type';
import { recordSchemas } from '../types/schema';

const dataSchema = z.record(z.string().max(64), z.unknown());
const idSchema = z.string().max(64);
const versionSchema = z.number().int().min(1).optional();

const operationSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('create'), data: dataSchema }),
  z.strictObject({ op: z.literal('update'), id: idSchema, version: versionSchema, data: dataSchema }),
  z.strictObject({ op: z.literal('delete'), id: idSchema, version: versionSchema }),
  z.strictObject({ op: z.literal('restore'), id: idSchema }),
]);
type Operation = z.infer<typeof operationSchema>;

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
      request: {
        body: {
          required: true,
          content: {
            'application/json': {
              schema: z.strictObject({ operations: z.array(operationSchema).min(1).max(100) }),
            },
          },
        },
      },
      responses: {
        200: {
          description: 'The result of each operation, in their order.',
          content: { 'application/json': { schema: z.object({ results: z.array(resultSchema) }) } },
        },
        ...problems(400, 401, 402, 403, 413, 422, 429),
      },
    }),
    async (c) => {
      const { operations } = c.req.valid('json');
      const results = [];
      // One after another: two operations may name one record.
      for (const [number, operation] of operations.entries())
        results.push(await perform(withStep(c.var.ctx, number), model, operation));
      if (results.some(isUnsettled)) c.var.ctx.claim?.leaveOpen();
      return c.json({ results }, 200);
    },
  );
}

/** Failed by no fault of the operation, or done by another run of the same request at this moment. */
function isUnsettled({ status, problem }: Awaited<ReturnType<typeof perform>>): boolean {
  return status >= 500 || problem?.code === 'idempotency.in_progress';
}

async function perform(ctx: UserContext, model: RecordModel, operation: Operation) {
  try {
    const done = ctx.claim?.committed;
    const record = done ? await reread(ctx, model, operation, done) : await apply(ctx, model, operation);
    return { status: operation.op === 'create' ? 201 : record ? 200 : 204, ...(record ? { record } : {}) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { status: error.status, problem: toProblem(error, ctx.requestId) };
  }
}

/** What an earlier attempt at the same batch did here, as it is now; nothing when it is deleted, or was since. */
async function reread(
  ctx: UserContext,
  model: RecordModel,
  { op }: Operation,
  [subject]: readonly Subject[],
): Promise<CrmRecord | undefined> {
  if (op === 'delete' || !subject) return undefined;
  try {
    return await getRecord(ctx, model, subject.id);
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

async function apply(
  ctx: UserContext,
  model: RecordModel,
  operation: Operation,
): Promise<CrmRecord | undefined> {
  switch (operation.op) {
    case 'create':
      return createRecord(ctx, model, operation.data);
    case 'update':
      return updateRecord(ctx, model, operation.id, operation.data, operation.version);
    case 'delete':
      await deleteRecord(ctx, model, operation.id, operation.version);
      return undefined;
    case 'restore':
      return restoreRecord(ctx, model, operation.id);
  }
}
