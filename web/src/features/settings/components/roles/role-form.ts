import type { RoleDraft } from '@vinculo/client/resources/access';
import type {
  AccessAction,
  AccessLevel,
  FieldAccess,
  Permission,
  Role,
  TypeAccess,
} from '@vinculo/client/types';

export const ACTIONS = ['create', 'read', 'update', 'delete'] as const satisfies readonly AccessAction[];
export const LEVELS = ['none', 'own', 'team', 'all'] as const satisfies readonly AccessLevel[];

/** Every permission, with the key of its text. */
export const PERMISSIONS = [
  ['records.import', 'import'],
  ['records.export', 'export'],
  ['views.share', 'views'],
  ['pipelines.manage', 'pipelines'],
  ['rates.manage', 'rates'],
  ['users.manage', 'users'],
  ['roles.manage', 'roles'],
  ['keys.manage', 'keys'],
  ['webhooks.manage', 'webhooks'],
  ['audit.read', 'audit'],
  ['tenant.manage', 'tenant'],
] as const satisfies readonly [Permission, string][];

/** What holds for record types that a role doesn't name. */
export const EVERY_TYPE = '*';

const NOTHING: TypeAccess = { create: 'none', read: 'none', update: 'none', delete: 'none' };

export function draftOfRole({
  name,
  description,
  home,
  permissions,
  types,
  fields,
  basedOn,
}: Role): RoleDraft {
  return {
    name,
    home,
    permissions,
    types: { [EVERY_TYPE]: NOTHING, ...types },
    fields,
    ...(description ? { description } : {}),
    ...(basedOn ? { basedOn } : {}),
  };
}

/** A type's levels, and whether they are its own or those of every type. */
export function levelsOf(draft: RoleDraft, type: string): { levels: TypeAccess; isOverridden: boolean } {
  const own = draft.types[type];
  return { levels: own ?? draft.types[EVERY_TYPE] ?? NOTHING, isOverridden: own !== undefined };
}

/** Changing one level makes the type's levels its own; what isn't changed keeps the inherited value. */
export function withLevel(
  draft: RoleDraft,
  type: string,
  action: AccessAction,
  level: AccessLevel,
): RoleDraft {
  const { levels } = levelsOf(draft, type);
  return { ...draft, types: { ...draft.types, [type]: { ...levels, [action]: level } } };
}

/** Undoes an override: the type follows every type again. */
export function withoutType(draft: RoleDraft, type: string): RoleDraft {
  const { [type]: _removed, ...types } = draft.types;
  return { ...draft, types };
}

export function fieldLevel(draft: RoleDraft, type: string, field: string): FieldAccess | 'edit' {
  return draft.fields[type]?.[field] ?? 'edit';
}

export function withField(
  draft: RoleDraft,
  type: string,
  field: string,
  level: FieldAccess | 'edit',
): RoleDraft {
  const { [field]: _removed, ...others } = draft.fields[type] ?? {};
  const own = level === 'edit' ? others : { ...others, [field]: level };
  const { [type]: _type, ...rest } = draft.fields;
  return { ...draft, fields: Object.keys(own).length > 0 ? { ...rest, [type]: own } : rest };
}
