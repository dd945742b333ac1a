import type { RecordData } from '@vinculo/client/types';
import type { FieldDef } from '../../../lib/record-fields';
import { isEmptyValue } from '../../../lib/records/value-shapes';

const FACTS = 3;

/** Cut short they would be of no use, so each has a line of its own. */
const LONG = new Set<FieldDef['kind']>(['emails', 'url', 'addresses']);

const TITLE_PX = 60;
const LINE_PX = 24;

/** The first of a record's fields that have a value, in the lines in which its card shows them. */
export function factLines(fields: readonly FieldDef[], record: RecordData): FieldDef[][] {
  const shown = fields.filter(({ name }) => !isEmptyValue(record[name])).slice(0, FACTS);
  const short = shown.filter(({ kind }) => !LONG.has(kind));
  const long = shown.filter(({ kind }) => LONG.has(kind)).map((field) => [field]);
  return short.length > 0 ? [short, ...long] : long;
}

export function cardHeight(lines: readonly unknown[]): number {
  return TITLE_PX + LINE_PX * lines.length;
}
