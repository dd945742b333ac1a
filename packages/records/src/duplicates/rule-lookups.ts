import type { SearchEntry } from '../search/entry';
import { nationalDigits } from '../search/phone';
import { byRarity } from '../search/query';
import { tokensOf } from '../search/tokens';
import { plain } from '../search/words';
import type { DuplicateRule, EmailValue, PhoneValue, RecordType, RecordValues } from '../types/record-type';
import { nameKey } from './name-key';

/** One look into the search index: the records with exactly this token that `accepts` takes match a part of a rule. */
export interface Lookup {
  token: string;
  accepts: (entry: SearchEntry) => boolean;
}

/** Shorter numbers are extensions, which many people share. */
const SHORTEST_PHONE = 7;
const MOST_LOOKUPS = 10;

/**
 * What a rule asks of the index, part by part: a record is a candidate when each part has a lookup that finds it.
 * Nothing when the values don't say enough for the rule.
 */
export function lookupsOf(type: RecordType, rule: DuplicateRule, values: RecordValues): Lookup[][] {
  const multiples = rule.fields.filter(
    (name) => kindOf(type, name) === 'emails' || kindOf(type, name) === 'phones',
  );
  const texts = rule.fields.filter((name) => !multiples.includes(name));
  const parts = [
    ...multiples.map((name) => valueLookups(type, name, values[name])),
    ...(texts.length > 0 ? [nameLookups(type, texts, values)] : []),
  ];
  return parts.every((part) => part.length > 0) ? parts : [];
}

function valueLookups(type: RecordType, field: string, value: unknown): Lookup[] {
  const isEmail = kindOf(type, field) === 'emails';
  const tokens = ((value as Array<EmailValue | PhoneValue> | undefined) ?? [])
    .map(({ value: text }) => (isEmail ? plain(text) : nationalDigits(text)))
    .filter((token) => isEmail || token.length >= SHORTEST_PHONE);
  return [...new Set(tokens)]
    .slice(0, MOST_LOOKUPS)
    .map((token) => ({ token, accepts: (entry) => entry.fields.includes(field) }));
}

function nameLookups(type: RecordType, fields: readonly string[], values: RecordValues): Lookup[] {
  const key = nameKey(Object.values(tokensOf({ ...type, search: fields }, values).words).flat());
  const [rarest] = key.split(' ').sort(byRarity);
  if (!rarest) return [];
  const keyOf = (entry: SearchEntry) =>
    nameKey(fields.flatMap((field) => entry.words[field]?.split(' ') ?? []));
  return [{ token: rarest, accepts: (entry) => keyOf(entry) === key }];
}

function kindOf(type: RecordType, field: string): string | undefined {
  return type.fields[field]?.kind;
}
