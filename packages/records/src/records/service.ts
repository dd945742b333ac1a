import type { UserContext } from '@vinculo/identity/access/user-context';
import {
  AppError,
  ConflictError,
  ForbiddenError,
  invalidInput,
  NotFoundError,
  StaleError,
} from '@vinculo/platform/errors';
import { fieldErrors } from '@vinculo/platform/http/problem';
import { isIdOf } from '@vinculo/platform/ids';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type * as z from 'zod';
import type { RecordModel } from '../types/catalogue';
import type { CrmRecord, RecordValues } from '../types/record-type';
import { isSet, recordSchemas } from '../types/schema';
import { fromItem, type RecordItem } from './item';
import {
  type CreateOptions,
  changesBetween,
  type Prepared,
  prepareCreate,
  prepareDelete,
  prepareRestore,
  prepareUpdate,
} from './prepare';
import { canReach, levelOf, requireReach, requireWritable, visible } from './reach';
import { requireReferences } from './references';
import { findItem, save } from './repository';

/** Creates a record. Throws 422 naming each field, 403, or 409 for a unique value that is taken. */
export async function createRecord(
  ctx: UserContext,
  model: RecordModel,
  input: RecordValues,
  options: CreateOptions = {},
): Promise<CrmRecord> {
  if (levelOf(ctx, model.type, 'create') === 'none') throw new ForbiddenError();
  const values = parse(recordSchemas(model.type).create, input);
  requireWritable(ctx, model.type, values);
  await requireReferences(ctx, model.type, values);
  const prepared = await prepareCreate(ctx, model, values, options);
  requireCreatable(ctx, model, prepared);
  await save(ctx, withAlongside(prepared, options));
  return visible(ctx, model.type, prepared.record);
}

/** Throws 404 for what is deleted, in another tenant, of another type, or out of the actor's reach. */
export async function getRecord(ctx: UserContext, model: RecordModel, id: string): Promise<CrmRecord> {
  const record = await readLive(ctx, model, id);
  requireReach(ctx, model.type, 'read', record);
  return visible(ctx, model.type, record);
}

/**
 * Merges a patch into a record. Throws 412 with the current record when `expectedVersion` is not its version.
 * A patch that changes nothing writes nothing.
 */
export async function updateRecord(
  ctx: UserContext,
  model: RecordModel,
  id: string,
  input: RecordValues,
  expectedVersion?: number,
  options: Pick<CreateOptions, 'alongside'> = {},
): Promise<CrmRecord> {
  const { type } = model;
  const before = await readLive(ctx, model, id);
  requireReach(ctx, type, 'update', before);
  requireVersion(ctx, model, before, expectedVersion);
  const patch = parse(recordSchemas(type).patch, input);
  requireWritable(ctx, type, patch);
  await requireReferences(ctx, type, patch);
  const prepared = await prepareUpdate(ctx, model, before, patch);
  if (Object.keys(changesBetween(type.fields, before, prepared.record)).length === 0)
    return visible(ctx, type, before);
  requireOneOfEach(model, prepared.record);
  await saveCurrent(ctx, model, withAlongside(prepared, options));
  return visible(ctx, type, prepared.record);
}

function withAlongside(prepared: Prepared, { alongside = [] }: Pick<CreateOptions, 'alongside'>): Prepared {
  return { ...prepared, writes: [...prepared.writes, ...alongside] };
}

/** Moves a record to the trash, where it can be restored for 30 days. */
export async function deleteRecord(
  ctx: UserContext,
  model: RecordModel,
  id: string,
  expectedVersion?: number,
): Promise<void> {
  const before = await readLive(ctx, model, id);
  requireReach(ctx, model.type, 'delete', before);
  requireVersion(ctx, model, before, expectedVersion);
  await saveCurrent(ctx, model, await prepareDelete(ctx, model, before));
}

/** Takes a record out of the trash. Throws 409 when another record has taken one of its unique values. */
export async function restoreRecord(ctx: UserContext, model: RecordModel, id: string): Promise<CrmRecord> {
  const item = await read(ctx, model, id);
  const before = fromItem(item);
  requireReach(ctx, model.type, 'delete', before);
  if (!item.deletedAt) return visible(ctx, model.type, before);
  const prepared = await prepareRestore(ctx, model, before);
  await saveCurrent(ctx, model, prepared);
  return visible(ctx, model.type, prepared.record);
}

/** Throws 422 `input.invalid` naming each refused part. */
export function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw invalidInput(fieldErrors(result.error), result.error);
}

async function read(ctx: UserContext, model: RecordModel, id: string): Promise<RecordItem> {
  const item = isIdOf(model.type.idPrefix, id) ? await findItem(ctx, model.type, id) : undefined;
  if (!item) throw new NotFoundError();
  return item;
}

async function readLive(ctx: UserContext, model: RecordModel, id: string): Promise<CrmRecord> {
  const item = await read(ctx, model, id);
  if (item.deletedAt) throw new NotFoundError();
  return fromItem(item);
}

async function saveCurrent(ctx: UserContext, model: RecordModel, prepared: Prepared): Promise<void> {
  try {
    await save(ctx, prepared);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    if (!error.failed.includes(0))
      throw new ConflictError('record.conflict', 'Something it depends on changed. Try again.', {
        cause: error,
      });
    const current = await read(ctx, model, prepared.record.id);
    throw current.deletedAt
      ? new NotFoundError()
      : new StaleError(visible(ctx, model.type, fromItem(current)));
  }
}

function requireVersion(ctx: UserContext, model: RecordModel, record: CrmRecord, expected?: number): void {
  if (expected === undefined || expected === record.version) return;
  throw new StaleError(visible(ctx, model.type, record));
}

/** A role that may create only its own records can't make them for others. */
function requireCreatable(ctx: UserContext, { type }: RecordModel, { record }: Prepared): void {
  if (!canReach(ctx, type, 'create', record)) {
    throw new AppError(
      403,
      'record.owner_not_allowed',
      'Your role can create records only for you or your team.',
      {
        errors: [
          { pointer: '/ownerId', code: 'record.owner_not_allowed', detail: 'Choose yourself or your team.' },
        ],
      },
    );
  }
}

function requireOneOfEach({ type }: RecordModel, record: CrmRecord): void {
  const missing = (type.requireOneOf ?? []).filter((group) => !group.some((field) => isSet(record[field])));
  if (missing.length === 0) return;
  throw invalidInput(
    missing.map((group) => ({
      pointer: `/${group[0]}`,
      code: 'one_of_required',
      detail: `Fill in at least one of: ${group.join(', ')}.`,
    })),
  );
}
