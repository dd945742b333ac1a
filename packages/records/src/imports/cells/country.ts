import { issue, type Parsed } from './parsed';
import { wordsOf } from './text';

const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it'];

const ALIASES: Readonly<Record<string, string>> = {
  usa: 'US',
  'u s a': 'US',
  'estados unidos de america': 'US',
  'united states of america': 'US',
  eeuu: 'US',
  'ee uu': 'US',
  uk: 'GB',
  'u k': 'GB',
  england: 'GB',
  inglaterra: 'GB',
  scotland: 'GB',
  'great britain': 'GB',
  holland: 'NL',
  holanda: 'NL',
  'corea del sur': 'KR',
  'south korea': 'KR',
  'czech republic': 'CZ',
};

let names: Map<string, string> | undefined;

/** Takes an ISO code or the country's name in several languages, from the runtime's own data. */
export function parseCountry(text: string): Parsed<string> {
  names ??= build();
  const word = wordsOf(text);
  const code = names.get(word) ?? ALIASES[word];
  if (code) return { value: code };
  return issue('country_unknown', `"${text}" is no country.`, { value: text.slice(0, 80) });
}

function build(): Map<string, string> {
  const known = new Map<string, string>();
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of regionCodes()) {
      const name = display.of(code);
      if (name) known.set(wordsOf(name), code);
      known.set(code.toLowerCase(), code);
    }
  }
  return known;
}

function regionCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => english.of(code) !== undefined && !NO_COUNTRIES.has(code));
}

/** Assigned to groupings and former states. */
const NO_COUNTRIES = new Set([
  'EU',
  'EZ',
  'UN',
  'ZZ',
  'QO',
  'XA',
  'XB',
  'SU',
  'DD',
  'YU',
  'CS',
  'AN',
  'FX',
  'TP',
  'UK',
]);
