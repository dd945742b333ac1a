import * as z from 'zod';
import type { FieldKind } from '../types/record-type';

const labelsSchema = z.object({ en: z.string(), es: z.string() }).meta({ id: 'Labels' });

const optionSchema = z.object({ value: z.string(), labels: labelsSchema, color: z.string().optional() });

const fieldInfoSchema = z
  .object({
    kind: z.string().meta({ description: 'Decides validation, filter operators and how it is shown.' }),
    labels: labelsSchema,
    isRequired: z.boolean().optional(),
    isReadOnly: z.boolean().optional().meta({ description: 'Set by the server, or read-only for the role.' }),
    inCard: z.boolean().optional().meta({ description: 'Lists carry it without reading whole records.' }),
    isPersonal: z.boolean().optional(),
    isSystem: z.boolean().optional().meta({ description: 'Every record type has it.' }),
    options: z.array(optionSchema).optional(),
    to: z.array(z.string()).optional().meta({ description: 'Record types that a reference may point to.' }),
    defaultValue: z.unknown().optional(),
    maxLength: z.number().int().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .meta({ id: 'FieldInfo' });
export type FieldInfo = Omit<z.infer<typeof fieldInfoSchema>, 'kind'> & { kind: FieldKind };

export const recordTypeInfoSchema = z
  .object({
    name: z.string(),
    plural: z.string(),
    idPrefix: z.string(),
    labels: z.object({ one: labelsSchema, many: labelsSchema }),
    icon: z.string(),
    color: z.string(),
    title: z.array(z.string()).meta({ description: 'The fields that name a record.' }),
    subtitle: z.string().optional(),
    fields: z.record(z.string(), fieldInfoSchema),
    requireOneOf: z.array(z.array(z.string())),
    indexes: z.object({
      sort: z
        .string()
        .optional()
        .meta({ description: 'The order of lists by default, unless the role hides that field.' }),
      by: z.array(z.string()).meta({ description: 'Lists filtered by equality on one cost the least.' }),
      unique: z.array(z.string()),
    }),
    duplicates: z.array(z.object({ name: z.string(), fields: z.array(z.string()) })),
    relations: z.array(
      z.object({ name: z.string(), type: z.string(), by: z.string(), labels: labelsSchema }),
    ),
    defaultColumns: z.array(z.string()),
    boardField: z.string().optional(),
    isSecondary: z.boolean(),
  })
  .meta({ id: 'RecordTypeInfo', description: 'A record type as the role may see it.' });
export type RecordTypeInfo = z.infer<typeof recordTypeInfoSchema>;
