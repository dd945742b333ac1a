import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';

/** What a copy of a record starts with: all that users may set, but for what only one record may have. */
export function copyableValues(info: RecordTypeInfo, record: RecordData): Record<string, unknown> {
  const unique = new Set(info.indexes.unique);
  const fields = Object.entries(info.fields).filter(
    ([name, field]) => !field.isReadOnly && !unique.has(name) && record[name] !== undefined,
  );
  return Object.fromEntries(fields.map(([name]) => [name, record[name]]));
}
