/**
 * Spreadsheets run a cell that begins with one of these as a formula, full-width forms too. Exports put an apostrophe
 * before it and imports take one off again; a cell that has apostrophes there already gets one more, so that whatever
 * was exported comes back as it was (S20).
 */
const RUNS = /^'*[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/;
const GUARDED = /^'+[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/;

export function guardFormula(cell: string): string {
  return RUNS.test(cell) ? `'${cell}` : cell;
}

export function unguardFormula(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
