import { stringify } from 'csv-stringify/sync';
import { guardFormula } from './formula-guard';

/** Makes Excel read a file as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** Rows as CSV in which no cell begins as a formula (S20). */
export function toCsv(rows: readonly string[][]): string {
  return stringify(rows.map((row) => row.map(guardFormula)));
}
