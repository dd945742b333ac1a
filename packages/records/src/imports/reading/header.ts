const LONGEST_NAME = 100;

/** Anything that names a person, a time or a quantity is no column's name. */
const LOOKS_LIKE_DATA =
  /@|^[-+(]?[\d.,\s%€$£)]*\d[\d.,\s%€$£)]*$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|^https?:|^\+?\d[\d\s().-]{6,}$/i;

/**
 * Whether the first row names the columns: its cells are set, differ and look like words, and either some are names
 * that we know or the rows below look different.
 */
export function guessHeader(rows: readonly string[][], isKnownName: (cell: string) => boolean): boolean {
  const [first = [], ...rest] = rows;
  const cells = first.map((cell) => cell.trim());
  const set = cells.filter((cell) => cell !== '');
  if (set.length === 0 || set.some((cell) => cell.length > LONGEST_NAME || LOOKS_LIKE_DATA.test(cell)))
    return false;
  const known = set.filter(isKnownName).length;
  if (known >= Math.max(1, set.length / 4)) return true;
  if (new Set(set.map((cell) => cell.toLowerCase())).size < set.length) return false;
  return cells.some((_, column) =>
    rest.slice(0, 50).some((row) => LOOKS_LIKE_DATA.test((row[column] ?? '').slice(0, LONGEST_NAME))),
  );
}

/** The columns' names: unique, letters as in a spreadsheet where the file gives none. */
export function columnNames(header: readonly string[] | undefined, width: number): string[] {
  const used = new Map<string, number>();
  return Array.from({ length: width }, (_, position) => {
    const name = header?.[position]?.trim().slice(0, LONGEST_NAME) || spreadsheetLetter(position);
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function spreadsheetLetter(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : spreadsheetLetter(Math.floor(position / 26) - 1) + letter;
}
