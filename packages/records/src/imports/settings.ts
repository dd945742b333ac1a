import type { UserContext } from '@vinculo/identity/access/user-context';
import { type FieldError, invalidInput } from '@vinculo/platform/errors';
import type { RecordType } from '../types/record-type';
import type { ImportSettings, MappingEntry } from './items';
import { guessFormat } from './mapping/formats';
import { guessMapping, isColumnName } from './mapping/guess';
import { allowedTargets, type Target, targetsOf } from './mapping/targets';
import { isKnownEncoding } from './reading/encoding';
import { columnNames, guessHeader } from './reading/header';
import type { FileLook } from './reading/look-at-file';
import { MOST_COLUMNS } from './reading/source-rows';
import { matchFields, matchKindOf } from './resolve/match-by';
import type { ImportChanges } from './schema';

type Reading = Pick<
  ImportSettings,
  'encoding' | 'delimiter' | 'quote' | 'isSpaced' | 'hasHeader' | 'mapping'
>;

/** How to read a file that was looked at: whether it has a header, and what each column holds. */
export function guessReading(
  ctx: UserContext,
  type: RecordType,
  look: FileLook,
  remembered: Readonly<Record<string, string>>,
  hasHeader?: boolean,
): Reading & { width: number } {
  const targets = allowedTargets(ctx, type);
  const isHeaded = hasHeader ?? guessHeader(look.rows, (cell) => isColumnName(targets, cell));
  const width = Math.min(MOST_COLUMNS, Math.max(...look.rows.map((row) => row.length)));
  const columns = columnNames(isHeaded ? look.rows[0] : undefined, width);
  const body = isHeaded ? look.rows.slice(1) : look.rows;
  const mapping = guessMapping(type, targets, columns, body, remembered).map((entry, position) => ({
    ...entry,
    ...guessFormat(ctx, targetOf(type, entry.field), valuesAt(body, position)),
  }));
  const { encoding, delimiter, quote, isSpaced } = look;
  return { encoding, delimiter, quote, isSpaced, hasHeader: isHeaded, mapping, width };
}

/** What rows are matched by when nobody said: the surest field that a column fills. */
export function usualMatch(type: RecordType, mapping: readonly MappingEntry[]): string | null {
  const filled = filledFields(type, mapping);
  const sure = [...(type.indexes.unique ?? []), 'emails', 'id'];
  return sure.find((field) => filled.has(field) && matchKindOf(type, field)) ?? null;
}

/** The mapping after somebody's changes; formats are guessed again for columns that hold something else now. */
export function changedMapping(
  ctx: UserContext,
  type: RecordType,
  before: readonly MappingEntry[],
  changes: NonNullable<ImportChanges['mapping']>,
  sample: readonly string[][],
): MappingEntry[] {
  requireMapping(ctx, type, before, changes);
  const byColumn = new Map(changes.map((change) => [change.column, change]));
  return before.map((entry, position): MappingEntry => {
    const change = byColumn.get(entry.column);
    if (!change) return entry;
    const { column, field, dateFormat, decimal } = change;
    const guessed =
      field === entry.field ? entry : guessFormat(ctx, targetOf(type, field), valuesAt(sample, position));
    const format = { dateFormat: dateFormat ?? guessed.dateFormat, decimal: decimal ?? guessed.decimal };
    return {
      column,
      field,
      ...(format.dateFormat ? { dateFormat: format.dateFormat } : {}),
      ...(format.decimal ? { decimal: format.decimal } : {}),
    };
  });
}

/** Throws 422 naming each column that is not in the file, and each field that can't be filled or is filled twice. */
function requireMapping(
  ctx: UserContext,
  type: RecordType,
  before: readonly MappingEntry[],
  changes: NonNullable<ImportChanges['mapping']>,
): void {
  const allowed = new Set(allowedTargets(ctx, type).map(({ key }) => key));
  const columns = new Set(before.map(({ column }) => column));
  const changed = new Set(changes.map(({ column }) => column));
  const taken = new Set(
    before.flatMap(({ column, field }) => (field && !changed.has(column) ? [field] : [])),
  );
  const errors = changes.flatMap(({ column, field }, position): FieldError[] => {
    const pointer = `/mapping/${position}`;
    if (!columns.has(column)) {
      return [{ pointer: `${pointer}/column`, code: 'import.unknown_column', detail: 'Not in the file.' }];
    }
    if (field === null) return [];
    const refusal = allowed.has(field)
      ? taken.has(field) && { code: 'import.field_twice', detail: 'Another column fills this field.' }
      : { code: 'import.unknown_field', detail: 'There is no such field, or your role cannot fill it.' };
    taken.add(field);
    return refusal ? [{ pointer: `${pointer}/field`, ...refusal, params: { field } }] : [];
  });
  refuse(errors);
}

/** Throws 422 for an encoding or a delimiter that can't be. */
export function requireReadable({ encoding, delimiter }: ImportChanges): void {
  const errors: FieldError[] = [];
  if (encoding !== undefined && !isKnownEncoding(encoding)) {
    const detail = 'There is no such encoding.';
    errors.push({ pointer: '/encoding', code: 'import.unknown_encoding', detail });
  }
  if (delimiter !== undefined && /["'\r\n\p{L}\p{N}]/u.test(delimiter)) {
    const detail = 'A letter, digit, quote or line break separates nothing.';
    errors.push({ pointer: '/delimiter', code: 'import.delimiter_invalid', detail });
  }
  refuse(errors);
}

/** Throws 422 when rows can't be matched by the field, or must be matched by one. */
export function requireMatch(type: RecordType, { matchBy, mode, mapping }: ImportSettings): void {
  const refused = (code: string, detail: string) => refuse([{ pointer: '/matchBy', code, detail }]);
  if (matchBy === null) {
    if (mode === 'create') return;
    refused('import.match_required', 'Say by which field a row is known to be a record.');
  } else if (!matchFields(type).includes(matchBy)) {
    refused('import.match_unknown', 'Rows cannot be matched by this field.');
  } else if (!filledFields(type, mapping).has(matchBy)) {
    refused('import.match_not_mapped', 'No column fills the field that rows are matched by.');
  }
}

function filledFields(type: RecordType, mapping: readonly MappingEntry[]): Set<string> {
  return new Set(mapping.flatMap(({ field }) => targetOf(type, field)?.field ?? []));
}

function targetOf(type: RecordType, field: string | null): Target | undefined {
  return field === null ? undefined : targetsOf(type).get(field);
}

function valuesAt(rows: readonly string[][], position: number): string[] {
  return rows.map((row) => row[position] ?? '');
}

function refuse(errors: FieldError[]): void {
  if (errors.length === 0) return;
  throw invalidInput(errors);
}
