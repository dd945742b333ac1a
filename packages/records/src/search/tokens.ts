import type { EmailValue, Field, PhoneValue, RecordType, RecordValues } from '../types/record-type';
import { isCommonWord } from './common-words';
import { nationalDigits } from './phone';
import { compact, plain, wordsAndPartsOf } from './words';

/** Room for the index entries of a record, old and new, in one transaction. */
export const MOST_TOKENS = 48;
const MOST_OF_A_FIELD = 24;

export interface Tokens {
  /** What a record is found by: each token with the fields it comes from, so that a role's hidden fields don't match. */
  entries: Map<string, string[]>;
  /** All tokens by field, the common words too. */
  words: Record<string, string[]>;
}

export function tokensOf(type: RecordType, values: RecordValues): Tokens {
  const words: Tokens['words'] = {};
  const fields = new Map<string, string[]>();
  for (const name of fieldsByWeight(type)) {
    const field = type.fields[name];
    const value = values[name];
    if (!field || value === undefined || value === null) continue;
    const isIdentifier = type.indexes.unique?.includes(name) ?? false;
    const tokens = (isIdentifier ? [compact(String(value))] : tokensOfField(field, value)).filter(Boolean);
    words[name] = [...new Set(tokens)].slice(0, MOST_OF_A_FIELD);
    for (const token of words[name]) fields.set(token, [...(fields.get(token) ?? []), name]);
  }
  const rare = [...fields].filter(([token]) => !isCommonWord(token));
  return { entries: new Map((rare.length > 0 ? rare : [...fields]).slice(0, MOST_TOKENS)), words };
}

function tokensOfField(field: Field, value: unknown): string[] {
  if (field.kind === 'emails') return (value as EmailValue[]).flatMap(emailTokens);
  if (field.kind === 'phones') return (value as PhoneValue[]).map((phone) => nationalDigits(phone.value));
  if (Array.isArray(value)) return value.flatMap((part) => wordsAndPartsOf(String(part)));
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

/** A name is kept before the rest when a record has more tokens than fit. */
function fieldsByWeight(type: RecordType): string[] {
  const isTitle = (name: string) => type.title.includes(name);
  return [...type.search.filter(isTitle), ...type.search.filter((name) => !isTitle(name))];
}
