import { digitsOf, nationalDigits, plain, wordsOf } from './words';

const MOST_WORDS = 8;

/** What a search asks for: an index token that begins with `driving`, in records that have all of `others` too. */
export interface SearchTerms {
  driving: string;
  others: string[];
  /** Asked for when the first finds nothing: the national part of a number typed with its country. */
  fallback?: string;
}

/** Reads what somebody typed; nothing to look for without a letter or digit. */
export function parseSearch(text: string): SearchTerms | undefined {
  if (isPhone(text)) return phoneTerms(digitsOf(text));
  const words = text.trim().split(/\s+/).flatMap(termsOf).slice(0, MOST_WORDS);
  // The longest word narrows the most.
  const [driving, ...others] = [...new Set(words)].sort((left, right) => right.length - left.length);
  return driving === undefined ? undefined : { driving, others };
}

function termsOf(chunk: string): string[] {
  const isAddress = /^[^@\s]+@[^@\s]*$/.test(chunk);
  return isAddress ? [plain(chunk)] : wordsOf(chunk);
}

function isPhone(text: string): boolean {
  return /^\s*[+(]?[\d\s().\-/]+$/.test(text) && digitsOf(text).length >= 3;
}

function phoneTerms(digits: string): SearchTerms {
  const national = nationalDigits(digits);
  return { driving: digits, others: [], ...(national === digits ? {} : { fallback: national }) };
}
