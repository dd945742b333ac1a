import * as z from 'zod';
import { valueSchema } from './field-schemas';
import type { Field, RecordType } from './record-type';
import { SYSTEM_FIELDS } from './system-fields';

export interface RecordSchemas {
  /** Input of a create: writable fields; required ones present. */
  create: z.ZodType<Record<string, unknown>>;
  /** Input of a merge patch: writable fields, `null` clears. */
  patch: z.ZodType<Record<string, unknown>>;
  /** A record as the API answers it. */
  record: z.ZodType<Record<string, unknown>>;
  /** What of a record lists carry, or what `fields` asked for. */
  listed: z.ZodType<Record<string, unknown>>;
}

const built = new WeakMap<RecordType, RecordSchemas>();

/** The schemas of a record type, built once from its fields. */
export function recordSchemas(type: RecordType): RecordSchemas {
  const found = built.get(type) ?? build(type);
  built.set(type, found);
  return found;
}

/** The fields that users may set: the type's own and the owner and team, less those that the server sets. */
export function writableFields(type: RecordType): Record<string, Field> {
  const all: Record<string, Field> = {
    ...type.fields,
    ownerId: SYSTEM_FIELDS.ownerId,
    teamId: SYSTEM_FIELDS.teamId,
  };
  return Object.fromEntries(Object.entries(all).filter(([, field]) => !field.isReadOnly));
}

function build(type: RecordType): RecordSchemas {
  const name = type.name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const writable = Object.entries(writableFields(type));
  const record = recordShape(type);
  return {
    create: z
      .strictObject(
        Object.fromEntries(
          writable.map(([key, field]) => {
            const schema = valueSchema(field);
            return [key, field.isRequired ? schema : schema.optional()];
          }),
        ),
      )
      .superRefine(requireOneOf(type))
      .meta({ id: `${name}Input` }),
    patch: z
      .strictObject(
        Object.fromEntries(
          writable.map(([key, field]) => {
            const schema = valueSchema(field);
            return [key, (field.isRequired ? schema : schema.nullable()).optional()];
          }),
        ),
      )
      .meta({ id: `${name}Patch` }),
    record: record.meta({ id: name }),
    listed: record
      .partial()
      .required({ id: true, type: true, version: true })
      .meta({ id: `${name}Listed`, description: 'What lists carry, or what `fields` asked for.' }),
  };
}

function recordShape(type: RecordType) {
  return z.object({
    id: z.string(),
    type: z.literal(type.name),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    updatedAt: z.iso.datetime(),
    updatedBy: z.string(),
    ownerId: z.string().optional(),
    teamId: z.string().optional(),
    isSample: z.boolean().optional(),
    ...Object.fromEntries(
      Object.entries(type.fields).map(([key, field]) => [key, outputSchema(field).optional()]),
    ),
  });
}

/** Answers carry stored values, so transforms don't apply to them. */
function outputSchema(field: Field): z.ZodType {
  if (field.kind === 'tags') return z.array(z.string());
  if (field.kind === 'dateTime') return z.iso.datetime();
  return valueSchema(field);
}

function requireOneOf(type: RecordType) {
  return (values: Record<string, unknown>, check: z.RefinementCtx) => {
    for (const group of type.requireOneOf ?? []) {
      if (group.some((field) => isSet(values[field]))) continue;
      check.addIssue({
        code: 'custom',
        path: [group[0] ?? ''],
        message: `Fill in at least one of: ${group.join(', ')}.`,
        params: { code: 'one_of_required' },
      });
    }
  };
}

export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
