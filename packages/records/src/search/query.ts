import { isCommonWord } from './common-words';
import { digitsOf, isInternational, nationalDigits, withoutCountry } from './phone';
import { compact, plain, wordsOf } from './words';

const MOST_WORDS = 8;

/** What a search asks for: an index token that begins with `driving`, in records that have all of `others` too. */
export interface SearchTerms {
  driving: string;
  others: string[];
}

export interface ParsedSearch {
  /** Asked for together: the words, and an identifier that they may be, written with something in between. */
  readings: SearchTerms[];
  /** Asked for one after another while nothing is found: a number may be typed with a country or a zero in front. */
  fallbacks: SearchTerms[];
}

/** Reads what somebody typed; nothing to look for without a letter or digit. */
export function parseSearch(text: string): ParsedSearch | undefined {
  if (isPhone(text)) return phoneReadings(text);
  const words = text.trim().split(/\s+/).flatMap(termsOf).slice(0, MOST_WORDS);
  const [driving, ...others] = [...new Set(words)].sort(byRarity);
  if (driving === undefined) return undefined;
  const identifier = compact(text);
  const isIdentifier = /\d/.test(identifier) && identifier !== driving && !text.includes('@');
  return {
    readings: [{ driving, others }, ...(isIdentifier ? [alone(identifier)] : [])],
    fallbacks: [],
  };
}

/** The longest word narrows the most, and a common one not at all. */
export function byRarity(left: string, right: string): number {
  return Number(isCommonWord(left)) - Number(isCommonWord(right)) || right.length - left.length;
}

function termsOf(chunk: string): string[] {
  const isAddress = /^[^@\s]+@[^@\s]*$/.test(chunk);
  return isAddress ? [plain(chunk)] : wordsOf(chunk);
}

function isPhone(text: string): boolean {
  return /^[\s(]*\+?[\d\s().\-/]+$/.test(text) && digitsOf(text).length >= 3;
}

function phoneReadings(text: string): ParsedSearch {
  const digits = digitsOf(text);
  if (isInternational(text)) return { readings: [alone(nationalDigits(text) || digits)], fallbacks: [] };
  const guesses = [digits.replace(/^0+/, ''), ...(digits.length > 9 ? [withoutCountry(digits)] : [])];
  const others = [...new Set(guesses)].filter((guess) => guess.length > 1 && guess !== digits);
  return { readings: [alone(digits)], fallbacks: others.map(alone) };
}

function alone(driving: string): SearchTerms {
  return { driving, others: [] };
}
