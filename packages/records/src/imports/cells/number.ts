import { issue, type Parsed } from './parsed';

export type DecimalSign = '.' | ',';

// Spreadsheets of several countries group thousands by (narrow) spaces or apostrophes.
const GROUPING = /[\s\u00a0\u2007\u2009\u202f'’]/g;

/** Reads a number; its plain form (`-1234.5`) keeps every digit, for money. */
export function plainNumber(text: string, decimal: DecimalSign): string | undefined {
  let digits = text.replace(GROUPING, '');
  const isNegative = /^\(.*\)$/.test(digits) || /^[-−–]/.test(digits) || /-$/.test(digits);
  digits = digits.replace(/^[(+\-−–]+|[)-]+$/g, '');
  const grouping = decimal === '.' ? ',' : '.';
  const [whole = '', ...groups] = digits.split(decimal);
  const fraction = groups[0];
  if (groups.length > 1 || (fraction !== undefined && !/^\d*$/.test(fraction))) return undefined;
  if (!/^\d*$/.test(whole) && !isGrouped(whole, grouping)) return undefined;
  const plain = whole.replaceAll(grouping, '');
  if (plain === '' && !fraction) return undefined;
  return `${isNegative ? '-' : ''}${plain || '0'}${fraction ? `.${fraction}` : ''}`;
}

/** 1.234.567, and 12,34,567 as in India. */
function isGrouped(whole: string, grouping: string): boolean {
  const [first = '', ...groups] = whole.split(grouping);
  const last = groups.at(-1);
  return /^\d{1,3}$/.test(first) && last?.length === 3 && groups.every((group) => /^\d{2,3}$/.test(group));
}

export function parseNumber(text: string, decimal: DecimalSign): Parsed<number> {
  const isExponent = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d{1,2}$/i.test(text);
  const plain = isExponent ? text.replace(',', '.') : plainNumber(text.replace(/\s*%$/, ''), decimal);
  if (plain === undefined) {
    return issue('number_invalid', `"${text}" is no number.`, { value: text.slice(0, 80) });
  }
  return { value: Number(plain) };
}

export function parseInteger(text: string, decimal: DecimalSign): Parsed<number> {
  const parsed = parseNumber(text, decimal);
  if ('issue' in parsed || Number.isInteger(parsed.value)) return parsed;
  return issue('number_not_whole', `"${text}" is no whole number.`, { value: text.slice(0, 80) });
}

/**
 * Which sign begins the decimals in a column's values. Only some tell: two different signs, a sign that repeats, or one
 * that is not followed by three digits. Where none tells, `fallback`.
 */
export function guessDecimal(values: readonly string[], fallback: DecimalSign): DecimalSign {
  let comma = 0;
  let point = 0;
  for (const value of values) {
    const sign = decimalOf(value);
    if (sign === ',') comma++;
    if (sign === '.') point++;
  }
  if (comma === point) return fallback;
  return comma > point ? ',' : '.';
}

function decimalOf(value: string): DecimalSign | undefined {
  const signs = value.replace(/[^.,]/g, '');
  const last = signs.at(-1);
  if (last !== ',' && last !== '.') return undefined;
  const other = last === ',' ? '.' : ',';
  if (signs.includes(other)) return last;
  if (signs.length > 1) return other;
  return /[.,]\d{3}(?!\d)/.test(value) && !/(?:^|\D)0[.,]/.test(value) ? undefined : last;
}
