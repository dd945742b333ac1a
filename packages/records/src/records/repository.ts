import type { UserContext } from '@vinculo/identity/access/user-context';
import { ConflictError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { RecordType } from '../types/record-type';
import type { RecordItem } from './item';
import { recordKey, uniqueKey } from './keys';
import type { Prepared } from './prepare';

/** The stored record of that type, deleted ones too; none for an id of another type or tenant. */
export async function findItem(
  ctx: UserContext,
  type: RecordType,
  id: string,
): Promise<RecordItem | undefined> {
  const item = await ctx.table.get<RecordItem>(recordKey(id));
  return item?.kind === 'record' && item.type === type.name && !isExpired(ctx, item) ? item : undefined;
}

/** The id of the live record that holds a unique value. */
export async function findByUnique(
  ctx: UserContext,
  type: RecordType,
  field: string,
  value: string,
): Promise<string | undefined> {
  const guard = await ctx.table.get(uniqueKey(type, field, value));
  return typeof guard?.recordId === 'string' ? guard.recordId : undefined;
}

/**
 * Writes a prepared change. Throws 409 `record.not_unique` naming the field, or `ConditionFailedError` when the
 * record itself was not as expected.
 */
export async function save(ctx: UserContext, prepared: Prepared): Promise<void> {
  try {
    await commit(ctx, prepared.writes, prepared.events);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    const fields = error.failed.flatMap((position) => prepared.guards.get(position) ?? []);
    if (fields.length === 0) throw error;
    throw notUnique(fields, error);
  }
}

export function notUnique(fields: string[], cause?: unknown): ConflictError {
  return new ConflictError('record.not_unique', 'Another record has this value.', {
    cause,
    errors: fields.map((field) => ({
      pointer: `/${field}`,
      code: 'record.not_unique',
      detail: 'Another record has this value.',
    })),
  });
}

// The engine removes expired items when it likes, and a local one never does.
function isExpired(ctx: UserContext, item: RecordItem): boolean {
  return item.expiresAt !== undefined && item.expiresAt * 1000 <= ctx.clock.now().getTime();
}
