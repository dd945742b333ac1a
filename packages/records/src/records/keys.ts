import type { Key } from '@vinculo/platform/table/writes';
import { folded, SEPARATOR, sortable } from '../lists/sort-key';
import type { CrmRecord, RecordType } from '../types/record-type';

export const recordKey = (id: string): Key => ({ pk: id, sk: 'record' });

export const listPartition = (type: RecordType, shard: number): string => `${type.name}#${shard}`;
export const trashPartition = (type: RecordType): string => `trash#${type.name}`;
export const ownerPartition = (type: RecordType, ownerId: string): string => `${type.name}#owner#${ownerId}`;
export const lookupPartition = (type: RecordType, field: string, value: unknown): string =>
  `${type.name}#${field}#${String(value)}`;

/** Which of a tenant's list partitions holds a record: fixed by its id. */
export function shardOf(id: string, shards: number): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % shards;
}

export const listSortKey = (type: RecordType, record: CrmRecord): string =>
  `${sortable(record[type.indexes.sort])}${SEPARATOR}${record.id}`;

export const uniqueKey = (type: RecordType, field: string, value: unknown): Key => ({
  pk: `unique#${type.name}#${field}#${folded(String(value))}`,
  sk: 'guard',
});

/** The index keys of a record: by type, by owner, and by the two fields that its type looks up. */
export function indexKeys(type: RecordType, record: CrmRecord, shards: number): Record<string, string> {
  const sk = listSortKey(type, record);
  const keys: Record<string, string> = {
    gsi1pk: listPartition(type, shardOf(record.id, shards)),
    gsi1sk: sk,
  };
  if (record.ownerId) Object.assign(keys, { gsi2pk: ownerPartition(type, record.ownerId), gsi2sk: sk });
  for (const [position, field] of (type.indexes.by ?? []).entries()) {
    const value = record[field];
    if (value === undefined) continue;
    const index = `gsi${position + 3}`;
    keys[`${index}pk`] = lookupPartition(type, field, value);
    keys[`${index}sk`] = sk;
  }
  return keys;
}
