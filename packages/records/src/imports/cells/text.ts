import { unguardFormula } from '../../exports/formula-guard';

/** A cell as people meant it: without the guard against formulas, outer blanks and zero bytes, in composed form. */
export function cleaned(raw: string): string {
  return unguardFormula(raw).replaceAll('\0', '').trim().normalize('NFC');
}

const NOTHING = new Set(['-', '--', '—', 'n/a', '#n/a', 'na', 'null', '(null)', 'none', 'nil', 's/d', '?']);

/** What systems write for "nothing" in columns that are no text. */
export function meansNothing(text: string): boolean {
  return text === '' || NOTHING.has(text.toLowerCase());
}

/** For comparing words: lower case, no diacritics, only letters and digits, one space between. */
export function wordsOf(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Cuts a cell that holds several values at semicolons, line breaks or, where a value holds none itself, commas. */
export function partsOf(text: string, separators: RegExp = /[;\n,]+/): string[] {
  return text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
