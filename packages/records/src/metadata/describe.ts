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
  const { sort, by = [], unique = [] } = type.indexes;
  return {
    name: type.name,
    plural: type.plural,
    idPrefix: type.idPrefix,
    labels: type.labels,
    icon: type.icon,
    color: type.color,
    title: type.title.filter(isShown),
    ...(type.subtitle && isShown(type.subtitle) ? { subtitle: type.subtitle } : {}),
    fields: describeFields(ctx, type),
    requireOneOf: (type.requireOneOf ?? [])
      .map((group) => group.filter(isShown))
      .filter((group) => group.length > 0),
    indexes: {
      ...(isShown(sort) ? { sort } : {}),
      by: by.filter(isShown),
      unique: unique.filter(isShown),
    },
    duplicates: (type.duplicates ?? [])
      .filter(({ fields }) => fields.every(isShown))
      .map(({ name, fields }) => ({ name, fields: [...fields] })),
    relations: (type.relations ?? []).filter((relation) => visibleTypes.has(relation.type)),
    defaultColumns: type.defaultColumns.filter(isShown),
    ...(type.boardField && isShown(type.boardField) ? { boardField: type.boardField } : {}),
    isSecondary: type.isSecondary ?? false,
  };
}

function describeFields(ctx: UserContext, type: RecordType): Record<string, FieldInfo> {
  const all: Record<string, Field> = { ...type.fields, ...SYSTEM_FIELDS };
  const described = Object.entries(all).flatMap(([name, field]): Array<[string, FieldInfo]> => {
    const access = fieldAccess(ctx.access, type.name, name);
    if (access === 'hidden') return [];
    const { options, to, ...rest } = { options: undefined, to: undefined, ...field };
    const info: FieldInfo = {
      ...rest,
      inCard: isInCard(type, name),
      isReadOnly: field.isReadOnly === true || access === 'read',
      isSystem: name in SYSTEM_FIELDS,
      ...(options ? { options: [...options] } : {}),
      ...(to ? { to: [...to] } : {}),
    };
    return [[name, info]];
  });
  return Object.fromEntries(described);
}
