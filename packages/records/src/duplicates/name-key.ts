import { LEGAL_FORMS } from '../search/common-words';

/** What two names that mean the same have in common, in whatever order; empty for one without a word. */
export function nameKey(words: readonly string[]): string {
  const told = words.filter((word) => !LEGAL_FORMS.has(word));
  return [...new Set(told.length > 0 ? told : words)].sort().join(' ');
}
