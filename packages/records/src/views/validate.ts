import { fieldAccess } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { type FieldError, invalidInput } from '@vinculo/platform/errors';
import { allFields } from '../lists/field-of';
import { levelOf } from '../records/reach';
import type { Catalogue } from '../types/catalogue';
import type { RecordType } from '../types/record-type';
import type { View } from './schema';

type Shape = Pick<View, 'columns' | 'filter' | 'sort' | 'layout'>;

/** The record type that a view is of. Throws 422 when there is none that the role may read. */
export function typeOfView(ctx: UserContext, catalogue: Catalogue, name: string): RecordType {
  const type = catalogue.find(name)?.type;
  if (type && levelOf(ctx, type, 'read') !== 'none') return type;
  throw invalidInput([
    { pointer: '/type', code: 'view.unknown_type', detail: 'There are no such records to see.' },
  ]);
}

/** Throws 422 naming each field that does not exist or that the role hides. */
export function requireValid(
  ctx: UserContext,
  type: RecordType,
  { columns, filter, sort, layout }: Shape,
): void {
  const errors: FieldError[] = [
    ...columns.map(({ field }, position) => ({ field, pointer: `/columns/${position}/field` })),
    ...filter.map(({ field }, position) => ({ field, pointer: `/filter/${position}/field` })),
    ...(sort === null ? [] : [{ field: sort.replace(/^-/, ''), pointer: '/sort' }]),
  ].flatMap(({ field, pointer }) =>
    isUsable(ctx, type, field)
      ? []
      : [{ pointer, code: 'list.unknown_field', detail: `Unknown field: ${field}`, params: { field } }],
  );
  if (layout === 'board' && !type.boardField)
    errors.push({ pointer: '/layout', code: 'view.no_board', detail: 'These records have no board.' });
  if (errors.length > 0) throw invalidInput(errors);
}

/** A view as somebody sees it: without hidden columns, and not at all when its filter or order would tell a hidden value. */
export function visibleView(ctx: UserContext, catalogue: Catalogue, view: View): View | undefined {
  const type = catalogue.find(view.type)?.type;
  if (!type || levelOf(ctx, type, 'read') === 'none') return undefined;
  const told = [
    ...view.filter.map(({ field }) => field),
    ...(view.sort ? [view.sort.replace(/^-/, '')] : []),
  ];
  if (!told.every((field) => isUsable(ctx, type, field))) return undefined;
  return { ...view, columns: view.columns.filter(({ field }) => isUsable(ctx, type, field)) };
}

function isUsable(ctx: UserContext, type: RecordType, field: string): boolean {
  return field in allFields(type) && fieldAccess(ctx.access, type.name, field) !== 'hidden';
}
