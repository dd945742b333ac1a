import * as z from 'zod';
import type { FieldKind } from '../types/record-type';

const labelsSchema = z.object({ en: z.string(), es: z.string() }).meta({ id: 'Labels' });

const optionSchema = z.object({ value: z.string(), label: labelsSchema, color: z.string().optional() });

export const fieldInfoSchema = z
  .object({
    name: z.string(),
    kind: z.string().meta({ description: 'Decides validation, filter operators and how it is shown.' }),
    label: labelsSchema,
    isRequired: z.boolean(),
    isReadOnly: z.boolean().meta({ description: 'Set by the server, or read-only for the role.' }),
    isIndexed: z.boolean().meta({ description: 'Lists filtered by equality on it cost the least.' }),
    isUnique: z.boolean(),
    isInLists: z.boolean().meta({ description: 'Lists carry it without reading whole records.' }),
    isPersonal: z.boolean(),
    isMultiple: z.boolean(),
    isSystem: z.boolean(),
    options: z.array(optionSchema).optional(),
    reference: z.array(z.string()).optional().meta({ description: 'Record types that it may point to.' }),
    defaultValue: z.unknown().optional(),
    maxLength: z.number().int().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .meta({ id: 'FieldInfo' });
export type FieldInfo = Omit<z.infer<typeof fieldInfoSchema>, 'kind'> & { kind: FieldKind };

export const recordTypeInfoSchema = z
  .object({
    type: z.string(),
    plural: z.string(),
    idPrefix: z.string(),
    label: labelsSchema,
    pluralLabel: labelsSchema,
    icon: z.string(),
    color: z.string(),
    titleField: z.string(),
    titleFields: z.array(z.string()),
    subtitleField: z.string().optional(),
    sortField: z.string(),
    boardField: z.string().optional(),
    isSecondary: z.boolean(),
    fields: z.array(fieldInfoSchema),
    relations: z.array(
      z.object({ name: z.string(), label: labelsSchema, type: z.string(), field: z.string() }),
    ),
    duplicateRules: z.array(z.object({ name: z.string(), fields: z.array(z.string()) })),
    defaultColumns: z.array(z.string()),
    requireOneOf: z.array(z.array(z.string())),
  })
  .meta({ id: 'RecordTypeInfo' });
export type RecordTypeInfo = z.infer<typeof recordTypeInfoSchema>;
