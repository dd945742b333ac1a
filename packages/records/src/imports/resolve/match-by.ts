import type { UserContext } from '@vinculo/identity/access/user-context';
import { folded } from '../../lists/sort-key';
import type { CardItem } from '../../records/item';
import { listPartition, uniqueKey } from '../../records/keys';
import { canReach } from '../../records/reach';
import type { RecordType, RecordValues } from '../../types/record-type';
import type { ParsedRow } from '../cells/parse-row';

/**
 * How a row is known to be a record that exists: by our own id, by a value that is unique, which one batch read
 * answers, or by any value that lists carry (an e-mail, a name), for which the list is read once.
 */
export type MatchKind = 'id' | 'unique' | 'listed';

export function matchKindOf(type: RecordType, matchBy: string): MatchKind | undefined {
  if (matchBy === 'id') return 'id';
  if (type.indexes.unique?.includes(matchBy)) return 'unique';
  const field = type.fields[matchBy];
  return field?.inCard && ['emails', 'phones', 'text'].includes(field.kind) ? 'listed' : undefined;
}

/** The fields that rows of this type can be matched by, the surest first. */
export function matchFields(type: RecordType): string[] {
  const listed = Object.keys(type.fields).filter((name) => matchKindOf(type, name) === 'listed');
  return [
    ...new Set([
      ...(type.indexes.unique ?? []),
      ...listed.sort((name) => (name === 'emails' ? -1 : 0)),
      'id',
    ]),
  ];
}

/** The values of a row that decide whether it is a record or another row, in one spelling. */
export function matchKeys(
  { id, values }: Pick<ParsedRow, 'id' | 'values'>,
  matchBy: string | null,
): string[] {
  if (matchBy === null) return [];
  if (matchBy === 'id') return id === undefined ? [] : [id];
  return keysIn(values, matchBy);
}

function keysIn(values: RecordValues, field: string): string[] {
  const value = values[field];
  if (typeof value === 'string') return value === '' ? [] : [folded(value)];
  if (!Array.isArray(value)) return [];
  return value.flatMap((part: unknown) =>
    part !== null && typeof part === 'object' && 'value' in part ? [folded(String(part.value))] : [],
  );
}

/** Which records hold these unique values: one batch read for a hundred of them. */
export async function findByUniqueValues(
  ctx: UserContext,
  type: RecordType,
  field: string,
  keys: readonly string[],
  { consistent = true } = {},
): Promise<Map<string, string>> {
  const wanted = new Map([...new Set(keys)].map((key) => [uniqueKey(type, field, key).pk, key]));
  const guards = await ctx.table.batchGet(
    [...wanted.keys()].map((pk) => ({ pk, sk: 'guard' })),
    { consistent },
  );
  return new Map(
    guards.flatMap((guard) => {
      const key = wanted.get(guard.pk);
      return key !== undefined && typeof guard.recordId === 'string' ? [[key, guard.recordId]] : [];
    }),
  );
}

/** Reads the list of a type once and tells of each record within reach that has one of the looked-for values. */
export async function findInList(
  ctx: UserContext,
  type: RecordType,
  field: string,
  found: (key: string, recordId: string) => void,
): Promise<void> {
  for (let shard = 0; shard < ctx.tenant.shards; shard++) {
    const cards = ctx.table.queryAll<CardItem & { sk: string }>({
      pk: listPartition(type, shard),
      index: 'gsi1',
    });
    for await (const item of cards) {
      if (!canReach(ctx, type, 'read', item)) continue;
      for (const key of keysIn(item.card, field)) found(key, item.pk);
    }
  }
}
