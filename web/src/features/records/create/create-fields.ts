import type { RecordTypeInfo } from '@vinculo/client/types';
import { type FieldDef, fieldsOf } from '../../../lib/record-fields';
import { isEmptyValue } from '../../../lib/records/value-shapes';

export interface CreateFields {
  /** Asked at once: what is required, what names the record, what lists show, and what was given beforehand. */
  first: FieldDef[];
  /** Everything else, on demand. */
  more: FieldDef[];
}

type Values = Readonly<Record<string, unknown>>;

export function createFields(
  info: RecordTypeInfo,
  preset: Values,
  mayWrite: (field: FieldDef) => boolean,
): CreateFields {
  const fields = fieldsOf(info).filter((field) => !field.isReadOnly && mayWrite(field));
  const wanted = new Set([
    ...info.title,
    ...(info.requireOneOf ?? []).flat(),
    ...info.defaultColumns,
    ...Object.keys(preset),
  ]);
  const isFirst = (field: FieldDef) => field.isRequired === true || wanted.has(field.name);
  return {
    first: fields.filter(isFirst).toSorted((a, b) => rank(info, a) - rank(info, b)),
    more: fields.filter((field) => !isFirst(field)),
  };
}

export function initialValues(
  fields: CreateFields,
  preset: Values,
  ownerId: string,
): Record<string, unknown> {
  const defaults = [...fields.first, ...fields.more].flatMap(({ name, defaultValue }) =>
    defaultValue === undefined ? [] : [[name, defaultValue] as const],
  );
  return { ownerId, ...Object.fromEntries(defaults), ...preset };
}

/** What is sent: nothing that is empty, because the API refuses an empty text. */
export function toDraft(values: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmptyValue(value)));
}

/** The fields that have to be filled in still; of a group of which one is needed, its first. */
export function missingFields(info: RecordTypeInfo, fields: CreateFields, values: Values): string[] {
  const isMissing = (name: string) => isEmptyValue(values[name]);
  const required = [...fields.first, ...fields.more].filter(
    (field) => field.isRequired && isMissing(field.name),
  );
  const groups = (info.requireOneOf ?? []).filter((group) => group.every(isMissing));
  return [...required.map(({ name }) => name), ...groups.flatMap((group) => group[0] ?? [])];
}

/** The name comes first and the owner last; in between the order of the type. */
function rank(info: RecordTypeInfo, field: FieldDef): number {
  const inTitle = info.title.indexOf(field.name);
  if (inTitle >= 0) return inTitle;
  if (field.isSystem) return 3_000;
  return field.isRequired ? 10 : 1_000;
}
