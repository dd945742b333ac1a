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

/** The words of a text and what else somebody may type for them: `com` of `acme.com`, `oreal` of `l'oréal`. */
export function wordsAndPartsOf(text: string): string[] {
  const parts = plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length > 1);
  const words = wordsOf(text);
  // A part that begins a word is found by that word.
  return [...words, ...new Set(parts.filter((part) => !words.some((word) => word.startsWith(part))))];
}

/** The digits of a phone number, the international prefix without its zeros. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^00/, '');
}

/** The part of a phone number that its national and its international form share. */
export function nationalDigits(digits: string): string {
  return digits.slice(-9);
}

/** `s.l.` and `sl` are one word. */
function withoutInitialsDots(word: string): string {
  return /^\p{L}(?:\.\p{L})+$/u.test(word) ? word.replaceAll('.', '') : word;
}
