import type { UserContext } from '@vinculo/identity/access/user-context';
import type { NewEvent } from '@vinculo/platform/events/commit';
import { newId } from '@vinculo/platform/ids';
import type { Write } from '@vinculo/platform/table/writes';
import type { RecordModel } from '../types/catalogue';
import type { CrmRecord, Field, RecordValues } from '../types/record-type';
import { isSet } from '../types/schema';
import type { Change } from './behaviour';
import { toItem, toTrashItem } from './item';
import { uniqueKey } from './keys';

/** A change that is decided but not written: the record as it will be, and what its transaction holds. */
export interface Prepared {
  record: CrmRecord;
  /** The record's own write comes first. */
  writes: Write[];
  events: NewEvent[];
  /** For each position in `writes` that guards a unique value, the field's name. */
  guards: Map<number, string>;
}

export interface CreateOptions {
  id?: string;
  importId?: string;
  isSample?: boolean;
  /** What rides in the same transaction. */
  alongside?: Write[];
}

export const TRASH_DAYS = 30;

/** `values` have passed the type's `create` schema. */
export async function prepareCreate(
  ctx: UserContext,
  model: RecordModel,
  values: RecordValues,
  options: CreateOptions = {},
): Promise<Prepared> {
  const { type } = model;
  const now = ctx.clock.now();
  const isOwnedByActor = ctx.actor.kind === 'user' && values.ownerId === undefined;
  const record = {
    ...defaultsOf(type.fields),
    ...(isOwnedByActor ? { ownerId: ctx.actor.id } : {}),
    ...(isOwnedByActor && ctx.teamIds[0] ? { teamId: ctx.teamIds[0] } : {}),
    ...withoutEmpty(values),
    id: options.id ?? newId(type.idPrefix, now),
    type: type.name,
    version: 1,
    createdAt: now.toISOString(),
    createdBy: ctx.actor.id,
    updatedAt: now.toISOString(),
    updatedBy: ctx.actor.id,
    ...(options.importId ? { importId: options.importId } : {}),
    ...(options.isSample ? { isSample: true } : {}),
  } as CrmRecord;
  return complete(ctx, model, { kind: 'create', after: record });
}

/** `patch` has passed the type's `patch` schema: `null` clears a field. */
export async function prepareUpdate(
  ctx: UserContext,
  model: RecordModel,
  before: CrmRecord,
  patch: RecordValues,
): Promise<Prepared> {
  const after = { ...withoutEmpty({ ...before, ...patch }), ...nextVersion(ctx, before) } as CrmRecord;
  return complete(ctx, model, { kind: 'update', before, after });
}

export async function prepareDelete(
  ctx: UserContext,
  model: RecordModel,
  before: CrmRecord,
): Promise<Prepared> {
  return complete(ctx, model, { kind: 'delete', before, after: { ...before, ...nextVersion(ctx, before) } });
}

export async function prepareRestore(
  ctx: UserContext,
  model: RecordModel,
  before: CrmRecord,
): Promise<Prepared> {
  return complete(ctx, model, { kind: 'restore', before, after: { ...before, ...nextVersion(ctx, before) } });
}

async function complete(ctx: UserContext, model: RecordModel, change: Change): Promise<Prepared> {
  const { type, behaviour } = model;
  const companions = (await behaviour?.prepare(ctx, change)) ?? {};
  const { before, after } = change;
  const item =
    change.kind === 'delete'
      ? toTrashItem(type, after, ctx.clock.now(), TRASH_DAYS)
      : toItem(type, after, ctx.tenant.shards);
  const writes: Write[] = [{ put: item, if: before ? { equals: { version: before.version } } : 'absent' }];
  const guards = new Map<number, string>();
  for (const field of type.indexes.unique ?? []) {
    const held = change.kind === 'create' || change.kind === 'restore' ? undefined : before?.[field];
    const wanted = change.kind === 'delete' ? undefined : after[field];
    if (held === wanted) continue;
    if (held !== undefined) writes.push({ delete: uniqueKey(type, field, held) });
    if (wanted === undefined) continue;
    guards.set(writes.length, field);
    writes.push({
      put: { ...uniqueKey(type, field, wanted), kind: 'guard', recordId: after.id },
      if: 'absent',
    });
  }
  const event = recordEvent(model, change);
  return {
    record: after,
    writes: [...writes, ...(companions.writes ?? [])],
    events: [...(event ? [event] : []), ...(companions.events ?? [])],
    guards,
  };
}

const VERBS = { create: 'created', update: 'updated', delete: 'deleted', restore: 'restored' } as const;

function recordEvent({ type }: RecordModel, { kind, before, after }: Change): NewEvent {
  const subject = { type: type.name, id: after.id, version: after.version };
  const changes = before ? changesBetween(type.fields, before, after) : {};
  const data =
    kind === 'create' ? { after: fieldValues(type.fields, after) } : kind === 'update' ? { changes } : {};
  return { type: `${type.name}.${VERBS[kind]}`, subject, data, isAudited: kind === 'delete' };
}

/** The fields that differ, with both values; `null` stands for none. */
export function changesBetween(
  fields: Readonly<Record<string, Field>>,
  before: CrmRecord,
  after: CrmRecord,
): Record<string, { before: unknown; after: unknown }> {
  const names = [...Object.keys(fields), 'ownerId', 'teamId'];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, { before: before[name] ?? null, after: after[name] ?? null }]),
  );
}

function fieldValues(fields: Readonly<Record<string, Field>>, record: CrmRecord): RecordValues {
  const names = [...Object.keys(fields), 'ownerId', 'teamId'];
  return Object.fromEntries(
    names.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])),
  );
}

function defaultsOf(fields: Readonly<Record<string, Field>>): RecordValues {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.defaultValue === undefined ? [] : [[name, field.defaultValue]],
    ),
  );
}

function withoutEmpty(values: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isSet(value)));
}

function nextVersion(ctx: UserContext, before: CrmRecord) {
  return {
    version: before.version + 1,
    updatedAt: ctx.clock.now().toISOString(),
    updatedBy: ctx.actor.id,
  };
}
