import { folded } from '../lists/sort-key';

/** Letters that Unicode does not take apart into a letter and an accent. */
const SPELLED_OUT: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};
const LETTERS = new RegExp(`[${Object.keys(SPELLED_OUT).join('')}]`, 'g');

const LONGEST = 100;

/** Lower case, without accents, full-width and other compatibility forms made plain. */
export function plain(text: string): string {
  return folded(text.normalize('NFKC')).replace(LETTERS, (letter) => SPELLED_OUT[letter] ?? letter);
}

/** The words of a text as people type them: dots stay inside a word (`acme.com`), apostrophes vanish (`obrien`). */
export function wordsOf(text: string): string[] {
  const words = plain(text)
    .replace(/['’`´]/g, '')
    .match(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu);
  return [...new Set((words ?? []).map((word) => withoutInitialsDots(word).slice(0, LONGEST)))];
}

/** The words of a text and what else somebody may type for them: `garcia` of `ana.garcia`, `oreal` of `l'oréal`. */
export function wordsAndPartsOf(text: string): string[] {
  const parts = plain(text)
    // The end of a domain is everybody's.
    .replace(/\.[\p{L}]{2,3}(?![\p{L}\p{N}.])/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length > 1);
  const words = wordsOf(text);
  // A part that begins a word is found by that word.
  return [...words, ...new Set(parts.filter((part) => !words.some((word) => word.startsWith(part))))];
}

/** The letters and digits of an identifier, which people write with and without what stands between them. */
export function compact(text: string): string {
  return plain(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LONGEST);
}

/** `s.l.` and `sl` are one word. */
function withoutInitialsDots(word: string): string {
  return /^\p{L}(?:\.\p{L})+$/u.test(word) ? word.replaceAll('.', '') : word;
}
