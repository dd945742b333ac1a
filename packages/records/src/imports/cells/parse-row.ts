import type { Field, RecordType, RecordValues } from '../../types/record-type';
import { writableFields } from '../../types/schema';
import type { ColumnFormat } from '../mapping/formats';
import { type Target, targetsOf } from '../mapping/targets';
import { assign } from './assemble';
import { splitFullName } from './full-name';
import { currencyOf } from './money';
import { isBlank, parseCell, type Surroundings } from './parse-cell';
import type { CellIssue } from './parsed';
import { cleaned } from './text';

/** A column that goes into the records. */
export interface MappedColumn extends ColumnFormat {
  /** Where its cells are in a row. */
  position: number;
  target: Target;
}

export interface RowIssue extends CellIssue {
  /** The key of the column's target. */
  field: string;
}

/** A name or address that stands for a record, a user or a team. */
export interface Lookup {
  field: string;
  /** The key of the column's target. */
  key: string;
  text: string;
}

export interface ParsedRow {
  row: number;
  /** Input of a create or, without what is blank, of a patch. */
  values: RecordValues;
  lookups: Lookup[];
  /** An id of ours in the file. */
  id?: string;
  issues: RowIssue[];
  isBlank: boolean;
}

/** Texts that were put in place of cells, by target. */
export type Overlay = Readonly<Record<string, string>>;

export type RowParser = (row: number, cells: readonly string[], overlay?: Overlay) => ParsedRow;

/** Prepares the reading of rows; the parser it returns does no I/O and never throws. */
export function createRowParser(
  type: RecordType,
  columns: readonly MappedColumn[],
  around: Surroundings,
): RowParser {
  const fields = writableFields(type);
  const currencies = new Map(
    columns.flatMap((column) => (column.target.part === 'currency' ? [[column.target.field, column]] : [])),
  );

  return (row, cells, overlay) => {
    const parsed: ParsedRow = { row, values: {}, lookups: [], issues: [], isBlank: true };
    const textOf = ({ target, position }: MappedColumn) =>
      cleaned(overlay?.[target.key] ?? cells[position] ?? '');
    for (const column of columns) {
      const { target } = column;
      const text = textOf(column);
      if (isBlank(target.kind, text)) continue;
      parsed.isBlank = false;
      const inCurrency = target.kind === 'money' ? currencies.get(target.field) : undefined;
      const currency = inCurrency ? currencyOf(textOf(inCurrency), around.currency) : undefined;
      readCell(parsed, column, fields[target.field], text, currency ? { ...around, currency } : around);
    }
    parsed.isBlank &&= cells.every((cell) => cell.trim() === '');
    return parsed;
  };
}

function readCell(
  parsed: ParsedRow,
  { target, ...format }: MappedColumn,
  field: Field | undefined,
  text: string,
  around: Surroundings,
): void {
  const { key, kind } = target;
  // A byte that means nothing in the chosen encoding became this.
  if (text.includes('\ufffd')) {
    const detail = 'Some characters cannot be read. Choose the encoding that the file was saved in.';
    parsed.issues.push({ field: key, code: 'encoding_wrong', detail });
    return;
  }
  if (kind === 'reference' || kind === 'user' || kind === 'team') {
    parsed.lookups.push({ field: target.field, key, text });
    return;
  }
  if (kind === 'fullName') {
    // Columns of their own say better than a split what is first and what is last.
    const { firstName, lastName } = parsed.values;
    const split = splitFullName(text, around.locale);
    Object.assign(parsed.values, split, firstName ? { firstName } : {}, lastName ? { lastName } : {});
    return;
  }
  const cell = parseCell(target, field, format, text, around);
  if ('issue' in cell) parsed.issues.push({ field: key, ...cell.issue });
  else if (kind === 'id') parsed.id = text;
  else if (kind !== 'currency' || target.part === undefined) assign(parsed.values, target, cell.value);
}

/** The columns of a mapping that go somewhere, in their order. */
export function mappedColumns(
  type: RecordType,
  mapping: ReadonlyArray<{ field: string | null } & ColumnFormat>,
): MappedColumn[] {
  const targets = targetsOf(type);
  return mapping.flatMap(({ field, dateFormat, decimal }, position) => {
    const target = field === null ? undefined : targets.get(field);
    if (!target) return [];
    return [{ target, position, ...(dateFormat ? { dateFormat } : {}), ...(decimal ? { decimal } : {}) }];
  });
}
