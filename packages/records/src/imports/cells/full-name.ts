export interface NameParts {
  firstName?: string;
  lastName?: string;
}

/** Small words that belong to the family name after them. */
const PARTICLES = new Set(
  'de del la las los da das do dos e y van von der den ter ten zu zur di della lo le du des bin ibn al el san santa'.split(
    ' ',
  ),
);
const TITLES = /^(?:mr|mrs|ms|miss|dr|prof|sir|d|dña|don|doña|sr|sra|srta|ing|lic)\.?$/i;
/** Names that Spanish gives second: "María José", "Juan Carlos", "María del Carmen". */
const SECOND_NAMES = new Set(
  'jose luis carlos antonio manuel jesus maria isabel carmen pilar teresa dolores angeles elena angel javier miguel ramon pedro pablo alberto fernando rosa mar'.split(
    ' ',
  ),
);

/**
 * Cuts a person's name in two. "García López, Ana" says it itself. In Spanish two family names end a name, elsewhere
 * one does; particles stay with the family name.
 */
export function splitFullName(text: string, locale: string): NameParts {
  const [family = '', given, ...more] = text.split(',').map((part) => part.trim());
  if (given !== undefined && more.length === 0) return parts(given, family);
  const words = text.replace(/,.*$/, '').split(/\s+/).filter(Boolean);
  while (words.length > 1 && TITLES.test(words[0] ?? '')) words.shift();
  if (words.length === 1) return parts(words[0] ?? '', '');
  const givenCount = Math.min(countGiven(words, locale), words.length - 1);
  let cut = givenCount;
  while (cut > 1 && PARTICLES.has((words[cut - 1] ?? '').toLowerCase())) cut--;
  return parts(words.slice(0, cut).join(' '), words.slice(cut).join(' '));
}

function countGiven(words: string[], locale: string): number {
  const isParticle = (word: string) => PARTICLES.has(word.toLowerCase());
  const particle = words.findIndex((word, position) => position > 0 && isParticle(word));
  if (!locale.startsWith('es')) return particle > 0 ? particle : words.length - 1;
  const second = words.findIndex((word, position) => position > 0 && !isParticle(word));
  const isDouble = second > 0 && second + 1 < words.length && SECOND_NAMES.has(plain(words[second] ?? ''));
  if (isDouble) return second + 1;
  if (particle > 0) return Math.min(particle, 2);
  return words.length >= 4 ? 2 : 1;
}

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

function parts(firstName: string, lastName: string): NameParts {
  return { ...(firstName ? { firstName } : {}), ...(lastName ? { lastName } : {}) };
}
