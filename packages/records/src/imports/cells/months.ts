import { folded } from '../../lists/sort-key';

const LANGUAGES = ['en', 'es', 'fr', 'de', 'it', 'pt'];

/** Names and abbreviations of months in the languages of our users' files, from the runtime's own data. */
function build(): Map<string, number> {
  const months = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const name = folded(format.format(Date.UTC(2001, month - 1, 15))).replace(/\.$/, '');
        for (const form of [name, name.slice(0, 3)]) {
          // "jui" is June and July in French: an abbreviation that names two months names none.
          const known = months.get(form);
          if (known === undefined) months.set(form, month);
          else if (known !== month) months.set(form, Number.NaN);
        }
      }
    }
  }
  months.set('sept', 9);
  months.set('set', 9);
  return months;
}

const MONTHS = build();

export function monthOf(word: string): number | undefined {
  const month = MONTHS.get(folded(word));
  return Number.isNaN(month) ? undefined : month;
}
