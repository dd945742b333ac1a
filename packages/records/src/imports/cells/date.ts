import { monthOf } from './months';
import { issue, type Parsed } from './parsed';

/** The order in which a column's dates name day, month and year, where their form leaves it open. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

interface DateParts {
  year: number;
  month: number;
  day: number;
}

const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);

/** Reads a date in any usual form; `order` decides only what would mean two days. `now` dates two-digit years. */
export function parseDate(text: string, order: DateOrder, now: Date): Parsed<string> {
  const parts = datePartsOf(text, order, now);
  const date = parts ? isoDate(parts) : undefined;
  if (date) return { value: date };
  return issue('date_invalid', `"${text}" is no date.`, { value: text.slice(0, 80), format: order });
}

/** The date that a text begins with or is; undefined when it is none. */
export function datePartsOf(text: string, order: DateOrder, now: Date): DateParts | undefined {
  return compact(text) ?? numeric(text, order, now) ?? named(text, now) ?? serial(text);
}

/** 19970131 */
function compact(text: string): DateParts | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined;
}

/** 1997-01-31, 31/1/1997, 1.31.97 */
function numeric(text: string, order: DateOrder, now: Date): DateParts | undefined {
  const match = /^(\d{1,4})([-/. ])\s?(\d{1,2})\2\s?(\d{1,4})$/.exec(text);
  if (!match) return undefined;
  const [first = '', , second = '', third = ''] = match.slice(1);
  if (first.length >= 3) return toParts(first, second, third, now);
  if (order === 'ymd' && third.length <= 2) return toParts(first, second, third, now);
  // A part above 12 is a day, whatever the column's order.
  const isDayFirst = Number(first) > 12 || (order !== 'mdy' && Number(second) <= 12);
  return isDayFirst ? toParts(third, second, first, now) : toParts(third, first, second, now);
}

/** 12 Jan 1997, Jan 12, 1997, 12 de enero de 1997, 12-ene-97 */
function named(text: string, now: Date): DateParts | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s,./-]+/)
    .filter((word) => word !== '' && word !== 'de' && word !== 'del');
  const month = words.map(monthOf).find((found) => found !== undefined);
  const numbers = words.flatMap((word) => /^(\d{1,4})(?:st|nd|rd|th|º)?$/.exec(word)?.[1] ?? []);
  if (month === undefined || numbers.length !== 2 || words.length > 4) return undefined;
  const [first = '', second = ''] = numbers;
  return first.length === 4
    ? toParts(first, String(month), second, now)
    : toParts(second, String(month), first, now);
}

/** A spreadsheet's day number, from 1920 to 2119: smaller and larger numbers are no dates. */
function serial(text: string): DateParts | undefined {
  if (!/^\d{4,5}(\.\d+)?$/.test(text)) return undefined;
  const days = Math.floor(Number(text));
  if (days < 7_306 || days > 80_354) return undefined;
  const date = new Date(EXCEL_EPOCH_MS + days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function toParts(year: string, month: string, day: string, now: Date): DateParts {
  return { year: fullYear(year, now), month: Number(month), day: Number(day) };
}

/** Two digits name a year of the last 90 years or the next 10. */
function fullYear(text: string, now: Date): number {
  if (text.length > 2) return Number(text);
  const century = Math.floor(now.getUTCFullYear() / 100) * 100;
  const year = century + Number(text);
  return year > now.getUTCFullYear() + 10 ? year - 100 : year;
}

function isoDate({ year, month, day }: DateParts): string | undefined {
  if (year < 1000 || year > 9999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** The order that fits most of a column's dates; `fallback` where they fit several alike. */
export function guessDateOrder(values: readonly string[], fallback: DateOrder): DateOrder {
  const votes: Record<DateOrder, number> = { dmy: 0, mdy: 0, ymd: 0 };
  for (const value of values) {
    if (compact(value)) votes.ymd++;
    const match = /^(\d{1,4})[-/. ]\s?(\d{1,2})[-/. ]\s?(\d{1,4})(?:\D|$)/.exec(value);
    const [first = '', second = '', third = ''] = match?.slice(1) ?? [];
    if (!match) continue;
    if (first.length === 4) votes.ymd++;
    else if (Number(first) > 12 && Number(first) <= 31) votes.dmy++;
    else if (Number(second) > 12 && Number(third) > 0) votes.mdy++;
  }
  const orders = (['dmy', 'mdy', 'ymd'] as const).toSorted((left, right) => votes[right] - votes[left]);
  const [best = fallback, next = fallback] = orders;
  return votes[best] > votes[next] ? best : fallback;
}
