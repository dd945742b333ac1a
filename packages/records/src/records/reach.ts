import { type Action, fieldAccess, type Level, rightsOn } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { ForbiddenError, invalidInput, NotFoundError } from '@vinculo/platform/errors';
import type { CrmRecord, RecordType, SystemFields } from '../types/record-type';

/** Whose rights are asked about. */
export type Reacher = Pick<UserContext, 'access' | 'actor' | 'teamIds'>;

export function levelOf(ctx: Reacher, type: Pick<RecordType, 'name'>, action: Action): Level {
  return rightsOn(ctx.access, type.name)[action];
}

/** Whether the actor's right to `action` reaches a record with this owner and team (S11). */
export function canReach(
  ctx: Reacher,
  type: Pick<RecordType, 'name'>,
  action: Action,
  record: Pick<SystemFields, 'ownerId' | 'teamId'>,
): boolean {
  const level = levelOf(ctx, type, action);
  if (level === 'all') return true;
  if (level === 'none') return false;
  if (record.ownerId === ctx.actor.id) return true;
  return level === 'team' && record.teamId !== undefined && ctx.teamIds.includes(record.teamId);
}

/** Throws 404 for what the actor may not read, 403 for what it may read but not change. */
export function requireReach(ctx: UserContext, type: RecordType, action: Action, record: CrmRecord): void {
  if (!canReach(ctx, type, 'read', record)) throw new NotFoundError();
  if (!canReach(ctx, type, action, record)) throw new ForbiddenError();
}

/** Refuses values for fields that the role hides or shows read-only (S10, S12). */
export function requireWritable(ctx: UserContext, type: RecordType, values: Record<string, unknown>): void {
  const errors = Object.keys(values)
    .filter((field) => fieldAccess(ctx.access, type.name, field) !== 'edit')
    .map((field) => ({
      pointer: `/${field}`,
      code: 'field.read_only',
      detail: 'Your role cannot set this field.',
    }));
  if (errors.length > 0) throw invalidInput(errors);
}

/** The record without the fields that the role hides. */
export function visible(ctx: UserContext, type: RecordType, record: CrmRecord): CrmRecord {
  const rules = ctx.access.fields[type.name];
  if (!rules) return record;
  return Object.fromEntries(
    Object.entries(record).filter(([field]) => rules[field] !== 'hidden'),
  ) as CrmRecord;
}
