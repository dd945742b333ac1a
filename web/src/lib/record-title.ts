import type { RecordTypeInfo } from '@vinculo/client/types';

/** A record's name: the values of its type's title fields. */
export function titleOf(info: Pick<RecordTypeInfo, 'title'>, record: Record<string, unknown>): string {
  const parts = info.title.map((field) => record[field]).filter((value) => typeof value === 'string');
  return parts.join(' ') || String(record.id ?? '');
}
