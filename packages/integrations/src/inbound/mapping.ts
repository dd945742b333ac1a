import { type Access, fieldAccess } from '@vinculo/identity/access/access';
import { narrow } from '@vinculo/identity/api-keys/scopes';
import { type FieldError, invalidInput } from '@vinculo/platform/errors';
import { fieldErrors } from '@vinculo/platform/http/problem';
import type { Field, RecordType, RecordValues } from '@vinculo/records/types/record-type';
import { recordSchemas, writableFields } from '@vinculo/records/types/schema';
import type { InboundHook } from './schema';

type Settings = Pick<InboundHook, 'mapping' | 'matchField' | 'defaults'>;

/** What a hook that writes one record type may do with a role. */
export function accessOfHook(access: Access, recordType: string): Access {
  return narrow(access, [`${recordType}:write`]);
}

/** Throws 422 unless the settings name fields that the role may set, and a field that tells one record from others. */
export function requireSettings(type: RecordType, access: Access, settings: Settings): void {
  const { mapping, matchField, defaults } = settings;
  const fields = writableFields(type);
  const isUnknown = (field: string) =>
    !Object.hasOwn(fields, field) || fieldAccess(access, type.name, field) !== 'edit';
  const seen = new Set<string>();
  const errors: FieldError[] = mapping.flatMap(({ field }, position) => {
    const pointer = `/mapping/${position}/field`;
    if (isUnknown(field)) return [unknownField(pointer)];
    if (seen.has(field)) return [{ pointer, code: 'field.twice', detail: 'This field is mapped already.' }];
    seen.add(field);
    return [];
  });
  if (matchField !== null && !(seen.has(matchField) && canMatch(type, matchField))) {
    const detail = 'Match by a mapped field that is unique or holds e-mail addresses.';
    errors.push({ pointer: '/matchField', code: 'field.no_match', detail });
  }
  for (const field of Object.keys(defaults).filter(isUnknown))
    errors.push(unknownField(`/defaults/${field}`));
  const values = recordSchemas(type).patch.safeParse(defaults);
  if (errors.length === 0 && !values.success) {
    const refused = fieldErrors(values.error);
    errors.push(...refused.map((one) => ({ ...one, pointer: `/defaults${one.pointer}` })));
  }
  if (errors.length > 0) throw invalidInput(errors);
}

function unknownField(pointer: string): FieldError {
  return { pointer, code: 'field.unknown', detail: 'There is no such field that the role may set.' };
}

export function canMatch(type: RecordType, field: string): boolean {
  return (type.indexes.unique ?? []).includes(field) || type.fields[field]?.kind === 'emails';
}

/** The values that a body has for the fields of a mapping; what it lacks or has as null is left out. */
export function valuesIn(type: RecordType, mapping: Settings['mapping'], body: unknown): RecordValues {
  const fields = writableFields(type);
  return Object.fromEntries(
    mapping.flatMap(({ pointer, field }) => {
      const value = at(body, pointer);
      const definition = fields[field];
      if (value === undefined || value === null || value === '' || !definition) return [];
      return [[field, toFieldValue(definition, value)]];
    }),
  );
}

/** Names each refused field by where its value is in the body, so that the sender finds it. */
export function inBody(mapping: Settings['mapping'], errors: readonly FieldError[]): FieldError[] {
  return errors.map((error) => {
    const [, field = ''] = error.pointer.split('/');
    const found = mapping.find((one) => one.field === field);
    return found ? { ...error, pointer: found.pointer + error.pointer.slice(field.length + 1) } : error;
  });
}

/** Other systems have one address where we have a list, and numbers where we have text. */
function toFieldValue({ kind }: Field, value: unknown): unknown {
  if (kind === 'emails' || kind === 'phones') {
    return typeof value === 'string' ? [{ value, isPrimary: true }] : value;
  }
  if (kind === 'tags') return typeof value === 'string' ? [value] : value;
  const isText = kind === 'text' || kind === 'longText';
  return isText && (typeof value === 'number' || typeof value === 'boolean') ? String(value) : value;
}

/** The part of a body that a JSON pointer names; undefined where there is none. */
export function at(body: unknown, pointer: string): unknown {
  let value = body;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}
