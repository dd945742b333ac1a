import { fieldAccess } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { AppError } from '@vinculo/platform/errors';
import type { Field, RecordType } from '../types/record-type';
import { SYSTEM_FIELDS } from '../types/system-fields';

const ID: Field = { kind: 'text', labels: { en: 'Id', es: 'Id' } };
const FLAG: Field = { kind: 'boolean', labels: { en: 'Sample', es: 'De ejemplo' } };

/**
 * The field that a list names. Throws 422 for one that does not exist or that the role hides, alike: a filter on a
 * hidden field would tell its values (S10).
 */
export function fieldOf(ctx: UserContext, type: RecordType, name: string, parameter: string): Field {
  const field: Field | undefined = allFields(type)[name];
  if (field && fieldAccess(ctx.access, type.name, name) !== 'hidden') return field;
  throw new AppError(422, 'list.unknown_field', `There is no field ${name} to use here.`, {
    errors: [
      {
        pointer: `?${parameter}`,
        code: 'list.unknown_field',
        detail: `Unknown field: ${name}`,
        params: { field: name },
      },
    ],
  });
}

/** Everything that can be listed, filtered and sorted by. */
export function allFields(type: RecordType): Record<string, Field> {
  return { id: ID, isSample: FLAG, ...type.fields, ...SYSTEM_FIELDS };
}
