import { fieldErrors } from '@vinculo/platform/http/problem';
import type { RecordValues } from '../../types/record-type';
import { recordSchemas } from '../../types/schema';
import type { RowIssue } from '../cells/parse-row';
import type { ResolvedRow } from '../resolve/resolved-row';
import type { Job } from './job';

export type Validated = { values: RecordValues } | { issues: RowIssue[] };

/** Holds a row against the schema that the API itself uses, so that an import takes nothing that it would refuse. */
export function validate(
  { model, keyOf }: Job,
  row: Pick<ResolvedRow, 'values' | 'issues'>,
  as: 'create' | 'patch',
): Validated {
  const result = recordSchemas(model.type)[as].safeParse(row.values);
  if (result.success) return row.issues.length > 0 ? { issues: row.issues } : { values: result.data };
  const refused = fieldErrors(result.error).map(({ pointer, code, detail, params }): RowIssue => {
    const field = pointer.split('/')[1] ?? '';
    const isMissing = row.values[field] === undefined && code !== 'one_of_required';
    return {
      field: keyOf(field),
      ...(isMissing ? { code: 'required', detail: 'This field is required.' } : { code, detail }),
      ...(params ? { params } : {}),
    };
  });
  // A cell that could not be read is missing because of that, which is said already.
  const said = new Set(row.issues.map(({ field }) => field));
  return { issues: [...row.issues, ...refused.filter(({ field }) => !said.has(field))] };
}
