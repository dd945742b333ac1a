/**
 * Reads a date as people type it: `24/11/2026`, `24.11.26`, `24 nov`, `2026-11-24`, in the order of the country.
 * Answers `YYYY-MM-DD`, or `null` for what is no date. A date without a year is in the year of `today`.
 */
export function parseTypedDate(text: string, tag: string, today: string): string | null {
  const parts =
    text
      .trim()
      .toLowerCase()
      .match(/\p{L}+\.?|\d+/gu) ?? [];
  const words = parts.filter((part) => /\p{L}/u.test(part) && !FILLERS.has(part));
  const numbers = parts.filter((part) => /^\d+$/.test(part)).map(Number);
  if (words.length > 1) return null;
  const [word] = words;
  return word === undefined ? fromNumbers(text, numbers, tag, today) : fromWord(word, numbers, tag, today);
}

/** Spanish writes `24 de noviembre de 2026`. */
const FILLERS = new Set(['de', 'del', 'of', 'st', 'nd', 'rd', 'th']);

function fromNumbers(text: string, numbers: number[], tag: string, today: string): string | null {
  if (/^\s*\d{4}-\d{1,2}-\d{1,2}\s*$/.test(text)) return toDate(numbers[0], numbers[1], numbers[2]);
  const order = orderOf(tag).filter((part) => numbers.length === 3 || part !== 'year');
  if (numbers.length !== order.length) return null;
  const at = (part: string) => numbers[order.indexOf(part)];
  return toDate(numbers.length === 3 ? at('year') : yearOf(today), at('month'), at('day'));
}

function fromWord(word: string, numbers: number[], tag: string, today: string): string | null {
  const month = monthNamed(word, tag);
  if (!month) return null;
  const [first, second] = numbers;
  if (numbers.length === 1) return toDate(yearOf(today), month, first);
  return numbers.length === 2 ? toDate(second, month, first) : null;
}

function monthNamed(word: string, tag: string): number | undefined {
  const wanted = folded(word);
  const found = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) =>
    folded(
      new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1)),
    ).startsWith(wanted),
  );
  return wanted.length >= 3 ? found[0] : undefined;
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

function orderOf(tag: string): string[] {
  const parts = new Intl.DateTimeFormat(tag, { timeZone: 'UTC' }).formatToParts(0);
  return parts.map(({ type }) => type).filter((type) => ['day', 'month', 'year'].includes(type));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function toDate(year = 0, month = 0, day = 0): string | null {
  const fullYear = year >= 100 ? year : year + (year < 70 ? 2000 : 1900);
  const date = new Date(Date.UTC(fullYear, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && fullYear < 10_000;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
