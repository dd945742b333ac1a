/** Legal forms that people write or leave out: "Acme", "Acme S.L." and "ACME, Inc." are one company. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set([
  ...['sa', 'sl', 'slu', 'sau', 'slp', 'sll', 'scp', 'coop', 'srl', 'sas', 'sarl', 'eirl'],
  ...['spa', 'ltda', 'lda', 'cv', 'inc', 'llc', 'llp', 'ltd', 'limited', 'plc', 'corp'],
  ...['corporation', 'co', 'company', 'pty', 'pte', 'gmbh', 'ag', 'kg', 'ug', 'ohg', 'bv'],
  ...['nv', 'ab', 'as', 'oy', 'kft', 'zrt', 'doo', 'sro', 'ooo'],
]);

const PARTICLES = new Set([
  ...[
    'de',
    'del',
    'la',
    'las',
    'los',
    'el',
    'y',
    'e',
    'i',
    'da',
    'do',
    'dos',
    'das',
    'di',
    'du',
    'des',
    'le',
  ],
  ...['les', 'et', 'van', 'von', 'der', 'den', 'und', 'the', 'of', 'and', 'for', 'to', 'in', 'en', 'para'],
]);

/** Words that so many records have that they find nobody by themselves; beside other words they still narrow. */
export function isCommonWord(word: string): boolean {
  return PARTICLES.has(word) || LEGAL_FORMS.has(word);
}
