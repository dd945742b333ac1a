import type { UserContext } from '@vinculo/identity/access/user-context';
import { withStep } from '@vinculo/platform/context';
import { AppError, NotFoundError } from '@vinculo/platform/errors';
import { toProblem } from '@vinculo/platform/http/problem';
import type { Subject } from '@vinculo/platform/idempotency/claim';
import { createRecord, deleteRecord, getRecord, restoreRecord, updateRecord } from '../records/service';
import type { RecordModel } from '../types/catalogue';
import type { CrmRecord } from '../types/record-type';
import type { Operation } from './batch-operation';

/** Performs operations one after another, since two may name one record. What a run before this one did stays done. */
export async function performAll(ctx: UserContext, model: RecordModel, operations: readonly Operation[]) {
  const results = [];
  for (const [number, operation] of operations.entries())
    results.push(await perform(withStep(ctx, number), model, operation));
  if (results.some(isUnsettled)) ctx.claim?.leaveOpen();
  return results;
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
