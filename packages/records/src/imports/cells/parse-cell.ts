import type { Field } from '../../types/record-type';
import type { ColumnFormat } from '../mapping/formats';
import type { Target } from '../mapping/targets';
import { parseBoolean } from './boolean';
import { parseChoice } from './choice';
import { parseEmails, parsePhones, parseUrl } from './contact-points';
import { parseCountry } from './country';
import { parseDate } from './date';
import { parseDateTime } from './date-time';
import { currencyOf, parseMoney } from './money';
import { parseInteger, parseNumber } from './number';
import { issue, type Parsed } from './parsed';
import { meansNothing, partsOf } from './text';

/** What reading a cell depends on besides its column. */
export interface Surroundings {
  locale: string;
  timeZone: string;
  currency: string;
  now: Date;
}

const LONGEST_VALUE = 5_000;
const FREE_TEXT = new Set<Target['kind']>(['text', 'longText']);

/** Whether a cell says nothing, so that it leaves its field alone. */
export function isBlank(kind: Target['kind'], text: string): boolean {
  return text === '' || (!FREE_TEXT.has(kind) && meansNothing(text));
}

/** Reads one cell that is not blank. References, users and teams stay text: they are looked up for many rows at once. */
export function parseCell(
  target: Target,
  field: Field | undefined,
  format: ColumnFormat,
  text: string,
  around: Surroundings,
): Parsed<unknown> {
  const { dateFormat = 'dmy', decimal = '.' } = format;
  // Longer ones mean nothing, and would take long to find that out.
  if (text.length > LONGEST_VALUE && !FREE_TEXT.has(target.kind)) {
    return issue('too_long', `At most ${LONGEST_VALUE} characters.`, { maximum: LONGEST_VALUE });
  }
  switch (target.kind) {
    case 'emails':
      return parseEmails(text);
    case 'phones':
      return parsePhones(text);
    case 'url':
      return parseUrl(text);
    case 'date':
      return parseDate(withoutTime(text), dateFormat, around.now);
    case 'dateTime':
      return parseDateTime(text, dateFormat, around.now, around.timeZone);
    case 'number':
      return parseNumber(text, decimal);
    case 'integer':
      return parseInteger(text, decimal);
    case 'money':
      return parseMoney(text, decimal, around.currency);
    case 'currency': {
      const currency = currencyOf(text, around.currency);
      return currency ? { value: currency } : issue('currency_unknown', `"${text}" is no currency.`);
    }
    case 'boolean':
      return parseBoolean(text);
    case 'country':
      return parseCountry(text);
    case 'select':
      return parseChoice(text, optionsOf(field));
    case 'multiSelect':
      return parseChoices(text, field);
    case 'tags':
      return { value: [...new Set(partsOf(text, /[;,\n|]+/))] };
    default:
      return { value: text };
  }
}

function parseChoices(text: string, field: Field | undefined): Parsed<string[]> {
  const values: string[] = [];
  for (const part of partsOf(text, /[;,\n|]+/)) {
    const choice = parseChoice(part, optionsOf(field));
    if ('issue' in choice) return choice;
    if (!values.includes(choice.value)) values.push(choice.value);
  }
  return { value: values };
}

function optionsOf(field: Field | undefined) {
  return field && 'options' in field ? field.options : [];
}

/** A column of days exported as moments at midnight. */
function withoutTime(text: string): string {
  return text.replace(/[T ]0{1,2}:00(?::00)?(?:\.0+)?\s*(?:Z|[+-]\d\d:?\d\d|am)?$/i, '');
}
