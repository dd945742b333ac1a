import { fieldAccess } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { isInCard } from '../records/item';
import { levelOf } from '../records/reach';
import type { Catalogue } from '../types/catalogue';
import type { Field, RecordType } from '../types/record-type';
import { SYSTEM_FIELDS } from '../types/system-fields';
import type { FieldInfo, RecordTypeInfo } from './schema';

/** The record types as the actor's role may see them: hidden fields are left out wherever they are named (S10). */
export function describeTypes(ctx: UserContext, catalogue: Catalogue): RecordTypeInfo[] {
  const isVisible = (type: RecordType) =>
    (['create', 'read'] as const).some((action) => levelOf(ctx, type, action) !== 'none');
  const types = catalogue.models.map(({ type }) => type).filter(isVisible);
  const names = new Set(types.map(({ name }) => name));
  return types.map((type) => describeType(ctx, type, names));
}

function describeType(ctx: UserContext, type: RecordType, visibleTypes: ReadonlySet<string>): RecordTypeInfo {
  const isShown = (field: string) => fieldAccess(ctx.access, type.name, field) !== 'hidden';
  const all: Record<string, Field> = { ...type.fields, ...SYSTEM_FIELDS };
  const titleFields = type.title.filter(isShown);
  const relations = (type.relations ?? []).filter((relation) => visibleTypes.has(relation.type));
  return {
    type: type.name,
    plural: type.plural,
    idPrefix: type.idPrefix,
    label: type.labels.one,
    pluralLabel: type.labels.many,
    icon: type.icon,
    color: type.color,
    titleField: titleFields[0] ?? 'id',
    titleFields: [...titleFields],
    ...(type.subtitle && isShown(type.subtitle) ? { subtitleField: type.subtitle } : {}),
    sortField: type.indexes.sort,
    ...(type.boardField && isShown(type.boardField) ? { boardField: type.boardField } : {}),
    isSecondary: type.isSecondary ?? false,
    fields: Object.entries(all)
      .filter(([name]) => isShown(name))
      .map(([name, field]) => describeField(ctx, type, name, field)),
    relations: relations.map(({ name, labels, type: other, by }) => ({
      name,
      label: labels,
      type: other,
      field: by,
    })),
    duplicateRules: (type.duplicates ?? [])
      .filter(({ fields }) => fields.every(isShown))
      .map(({ name, fields }) => ({ name, fields: [...fields] })),
    defaultColumns: type.defaultColumns.filter(isShown),
    requireOneOf: (type.requireOneOf ?? [])
      .map((group) => group.filter(isShown))
      .filter((group) => group.length > 0),
  };
}

const MULTIPLE = new Set<string>(['emails', 'phones', 'addresses', 'tags', 'multiSelect']);

function describeField(ctx: UserContext, type: RecordType, name: string, field: Field): FieldInfo {
  const { sort, by = [], unique = [] } = type.indexes;
  return {
    name,
    kind: field.kind,
    label: field.labels,
    isRequired: field.isRequired ?? false,
    isReadOnly: field.isReadOnly === true || fieldAccess(ctx.access, type.name, name) === 'read',
    isIndexed: [sort, ...by, ...unique, 'ownerId'].includes(name),
    isUnique: unique.includes(name),
    isInLists: isInCard(type, name),
    isPersonal: field.isPersonal ?? false,
    isMultiple: MULTIPLE.has(field.kind),
    isSystem: name in SYSTEM_FIELDS,
    ...('options' in field
      ? { options: field.options.map(({ labels, ...option }) => ({ ...option, label: labels })) }
      : {}),
    ...(field.kind === 'reference' ? { reference: [...field.to] } : {}),
    ...(field.defaultValue === undefined ? {} : { defaultValue: field.defaultValue }),
    ...('maxLength' in field && field.maxLength !== undefined ? { maxLength: field.maxLength } : {}),
    ...('min' in field && field.min !== undefined ? { min: field.min } : {}),
    ...('max' in field && field.max !== undefined ? { max: field.max } : {}),
  };
}
