import type { EmailValue, Field, PhoneValue, RecordType, RecordValues } from '../types/record-type';
import { digitsOf, nationalDigits, plain, wordsAndPartsOf } from './words';

/** Room for the index entries of a record, old and new, in one transaction. */
export const MOST_TOKENS = 48;
const MOST_OF_A_FIELD = 24;

/** What a record is found by: each token with the fields that it comes from, so that a role's hidden fields don't match. */
export function tokensOf(type: RecordType, values: RecordValues): Map<string, string[]> {
  const tokens = new Map<string, string[]>();
  for (const name of fieldsByWeight(type)) {
    const field = type.fields[name];
    const value = values[name];
    if (!field || value === undefined || value === null) continue;
    for (const token of tokensOfField(field, value).slice(0, MOST_OF_A_FIELD)) {
      const known = tokens.get(token);
      if (known) known.push(name);
      else if (tokens.size < MOST_TOKENS) tokens.set(token, [name]);
    }
  }
  return tokens;
}

function tokensOfField(field: Field, value: unknown): string[] {
  if (field.kind === 'emails') return unique((value as EmailValue[]).flatMap(emailTokens));
  if (field.kind === 'phones') return unique((value as PhoneValue[]).flatMap(phoneTokens));
  if (Array.isArray(value)) return unique(value.flatMap((part) => wordsAndPartsOf(String(part))));
  return typeof value === 'object' ? [] : wordsAndPartsOf(String(value));
}

/** Half of a consumer list shares one of these: it finds nobody, and all its entries would meet in one partition (D16). */
const MAIL_PROVIDERS =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|aol|gmx|proton)\.[a-z.]+$/;

/** The whole address, which its local part begins, and the domain. */
function emailTokens({ value }: EmailValue): string[] {
  const whole = plain(value);
  const domain = whole.slice(whole.lastIndexOf('@') + 1);
  return MAIL_PROVIDERS.test(domain) ? [whole] : [whole, domain];
}

function phoneTokens({ value }: PhoneValue): string[] {
  const digits = digitsOf(value);
  return digits ? [digits, nationalDigits(digits)] : [];
}

/** A name is kept before the rest when a record has more tokens than fit. */
function fieldsByWeight(type: RecordType): string[] {
  const isTitle = (name: string) => type.title.includes(name);
  return [...type.search.filter(isTitle), ...type.search.filter((name) => !isTitle(name))];
}

function unique(tokens: string[]): string[] {
  return [...new Set(tokens)];
}
