import { PROJECTED_ATTRIBUTES } from '@vinculo/platform/table/schema';
import type { Item } from '@vinculo/platform/table/writes';
import type { CrmRecord, RecordType, SystemFields } from '../types/record-type';
import { titleOf } from '../types/title';
import { indexKeys, recordKey, trashPartition } from './keys';

/** A record as the table holds it. `card` is what list indexes carry; `data` the rest. */
export interface RecordItem extends Item {
  kind: 'record';
  type: string;
  version: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  ownerId?: string;
  teamId?: string;
  isSample?: true;
  importId?: string;
  deletedAt?: string;
  expiresAt?: number;
  card: Record<string, unknown>;
  data: Record<string, unknown>;
}

/** An item as a list index gives it: without `data` and what only the whole record has. */
export type CardItem = Pick<
  RecordItem,
  'pk' | 'kind' | 'type' | 'version' | 'createdAt' | 'updatedAt' | 'card'
> &
  Partial<Pick<RecordItem, 'ownerId' | 'teamId'>>;

const SYSTEM_KEYS = [
  'type',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'ownerId',
  'teamId',
  'isSample',
  'importId',
] as const satisfies ReadonlyArray<keyof SystemFields | 'importId'>;

/** The display name of a record rides in its card, so that a list needs no further read for the names in it. */
export const TITLE = '$title';

export function toItem(type: RecordType, record: CrmRecord, shards: number): RecordItem {
  const card: Record<string, unknown> = { [TITLE]: titleOf(type, record) };
  const data: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(type.fields)) {
    if (record[name] === undefined) continue;
    (field.inCard ? card : data)[name] = record[name];
  }
  return {
    ...recordKey(record.id),
    kind: 'record',
    ...systemPart(record),
    ...indexKeys(type, record, shards),
    card,
    data,
  } as RecordItem;
}

/** A deleted record keeps everything but its place in lists; it can be restored until it expires. */
export function toTrashItem(
  type: RecordType,
  record: CrmRecord,
  deletedAt: Date,
  keptDays: number,
): RecordItem {
  const { gsi2pk, gsi2sk, gsi3pk, gsi3sk, gsi4pk, gsi4sk, ...item } = toItem(type, record, 1);
  return {
    ...item,
    gsi1pk: trashPartition(type),
    gsi1sk: `${deletedAt.toISOString()}#${record.id}`,
    deletedAt: deletedAt.toISOString(),
    expiresAt: Math.floor(deletedAt.getTime() / 1000) + keptDays * 86_400,
  } as RecordItem;
}

export function fromItem(item: RecordItem | CardItem): CrmRecord {
  const { [TITLE]: _, ...card } = item.card;
  return {
    id: item.pk,
    ...systemPart(item),
    ...card,
    ...('data' in item ? item.data : {}),
  } as CrmRecord;
}

const PROJECTED = new Set<string>(['id', ...PROJECTED_ATTRIBUTES]);

/** Whether list indexes carry a field, so that it can be shown and filtered without reading whole records. */
export function isInCard(type: RecordType, field: string): boolean {
  return type.fields[field]?.inCard ?? PROJECTED.has(field);
}

function systemPart(source: object): Record<string, unknown> {
  const values = source as Record<string, unknown>;
  return Object.fromEntries(
    SYSTEM_KEYS.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])),
  );
}
