import type { UserContext } from '@vinculo/identity/access/user-context';
import { apiKeyKey } from '@vinculo/identity/api-keys/keys';
import { teamKey } from '@vinculo/identity/teams/keys';
import { userKey } from '@vinculo/identity/users/keys';
import { type FieldError, invalidInput } from '@vinculo/platform/errors';
import type { Item, Key } from '@vinculo/platform/table/writes';
import type { RecordType, RecordValues } from '../types/record-type';
import { SYSTEM_FIELDS } from '../types/system-fields';
import { recordKey } from './keys';

const KINDS = { user: 'user', team: 'team', reference: 'record' } as const;

/** Throws 422 unless each id in `values` names a live record of a type that the field takes, a user or a team. */
export async function requireReferences(
  ctx: UserContext,
  type: RecordType,
  values: RecordValues,
): Promise<void> {
  const references = Object.entries(values).flatMap(([name, value]) => {
    const field = type.fields[name] ?? SYSTEM_FIELDS[name as keyof typeof SYSTEM_FIELDS];
    if (typeof value !== 'string' || !field || !(field.kind in KINDS)) return [];
    // A user's own id was proved by the session.
    return ctx.actor.kind === 'user' && value === ctx.actor.id ? [] : [{ name, id: value, field }];
  });
  if (references.length === 0) return;
  const found = await readNamed(
    ctx,
    references.map(({ id }) => id),
  );
  const errors = references.flatMap(({ name, id, field }): FieldError[] => {
    const item = found.get(id);
    const isRight =
      item?.kind === KINDS[field.kind as keyof typeof KINDS] &&
      !item.deletedAt &&
      (field.kind !== 'reference' || field.to.includes(String(item.type)));
    return isRight
      ? []
      : [{ pointer: `/${name}`, code: 'reference.not_found', detail: 'There is no such record.' }];
  });
  if (errors.length > 0) throw invalidInput(errors);
}

/** Records, users, teams and API keys by id; what is absent or in another tenant is left out. */
export async function readNamed(ctx: UserContext, ids: readonly string[]): Promise<Map<string, Item>> {
  const unique = [...new Set(ids)];
  const items = await ctx.table.batchGet(unique.map(namedKey));
  return new Map(items.map((item) => [item.kind === 'record' ? item.pk : item.sk, item]));
}

function namedKey(id: string): Key {
  if (id.startsWith('usr_')) return userKey(id);
  if (id.startsWith('tea_')) return teamKey(id);
  if (id.startsWith('key_')) return apiKeyKey(id);
  return recordKey(id);
}
