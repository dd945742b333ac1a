/**
 * Legal forms that people write or leave out: "Acme", "Acme S.L." and "ACME, Inc." are one company. Words are compared,
 * so the order of first and last name doesn't matter either.
 */
const LEGAL_FORMS = new Set([
  ...[
    'sa',
    'sl',
    'slu',
    'sau',
    'slp',
    'sll',
    'scp',
    'coop',
    'srl',
    'sas',
    'sarl',
    'eirl',
    'spa',
    'ltda',
    'lda',
    'cv',
  ],
  ...['inc', 'llc', 'llp', 'ltd', 'limited', 'plc', 'corp', 'corporation', 'co', 'company', 'pty', 'pte'],
  ...['gmbh', 'ag', 'kg', 'ug', 'ohg', 'bv', 'nv', 'ab', 'as', 'oy', 'kft', 'zrt', 'doo', 'sro', 'ooo'],
]);

/** What two names that mean the same have in common; empty for one without a word. */
export function nameKey(words: readonly string[]): string {
  const told = words.filter((word) => !LEGAL_FORMS.has(word));
  return [...new Set(told.length > 0 ? told : words)].sort().join(' ');
}
