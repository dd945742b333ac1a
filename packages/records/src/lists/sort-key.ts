import type { Money } from '../types/record-type';

/** Ends the value within a sort key; lower than any printable character, so that "Ann" sorts before "Ann B". */
export const SEPARATOR = '\u0001';

/** Sorts after every value: records without one come last. */
const ABSENT = '~';

/** A value as an index orders it: text without case and accents, numbers padded. At most 40 characters. */
export function sortable(value: unknown): string {
  if (value === undefined || value === null || value === '') return ABSENT;
  if (typeof value === 'number') return sortableNumber(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'string') return folded(value).slice(0, 40);
  if (Array.isArray(value)) return value.length === 0 ? ABSENT : sortable(firstOf(value[0]));
  if (isMoney(value)) return `${value.currency}${sortableNumber(value.amountMinor)}`;
  return folded(JSON.stringify(value)).slice(0, 40);
}

/** Lower case, without diacritics. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function sortableNumber(value: number): string {
  const digits = Math.abs(value).toFixed(4).padStart(20, '0');
  if (value >= 0) return `1${digits}`;
  return `0${[...digits].map((digit) => (digit === '.' ? '.' : String(9 - Number(digit)))).join('')}`;
}

function firstOf(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'value' in value ? value.value : value;
}

function isMoney(value: unknown): value is Money {
  return value !== null && typeof value === 'object' && 'amountMinor' in value && 'currency' in value;
}
