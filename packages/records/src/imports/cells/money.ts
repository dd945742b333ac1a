import { fromDecimal, isCurrency, type Money } from '@vinculo/platform/money/money';
import { exponentOf } from '@vinculo/platform/money/schema';
import { type DecimalSign, plainNumber } from './number';
import { issue, type Parsed } from './parsed';

const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₡': 'CRC',
  '₲': 'PYG',
  '₱': 'PHP',
  us$: 'USD',
  mx$: 'MXN',
  r$: 'BRL',
  's/': 'PEN',
  'kr.': 'DKK',
  zł: 'PLN',
  euro: 'EUR',
  euros: 'EUR',
  dollars: 'USD',
  dólares: 'USD',
};

/** Countries that write their own currency with a bare dollar sign. */
const DOLLARS = new Set(['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'ARS', 'CLP', 'COP', 'UYU', 'SGD', 'HKD', 'DOP']);

export function currencyOf(text: string, homeCurrency: string): string | undefined {
  const mark = text.trim();
  if (mark === '$') return DOLLARS.has(homeCurrency) ? homeCurrency : 'USD';
  const code = mark.toUpperCase();
  if (/^[A-Z]{3}$/.test(code) && isCurrency(code)) return code;
  return SYMBOLS[mark.toLowerCase()];
}

/** Reads an amount with or without its currency on either side. Throws nothing; digits are never rounded away. */
export function parseMoney(text: string, decimal: DecimalSign, defaultCurrency: string): Parsed<Money> {
  const mark = text.replace(/[\d.,\s\u00a0\u202f'’()+\-−–]/g, '');
  const currency = mark === '' ? defaultCurrency : currencyOf(withDots(text, mark), defaultCurrency);
  if (!currency) return issue('currency_unknown', `"${mark}" is no currency.`, { value: mark.slice(0, 20) });
  const amount = plainNumber(text.replace(/[^\d.,\s\u00a0\u202f'’()+\-−–]+\.?/gu, ''), decimal);
  if (amount === undefined) {
    return issue('money_invalid', `"${text}" is no amount.`, { value: text.slice(0, 80) });
  }
  const exact = withoutNoise(amount);
  const digits = exponentOf(currency);
  const decimals = exact.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  if (decimals > digits) {
    return issue('money_too_precise', `${currency} has ${digits} decimals.`, { currency, digits });
  }
  if (exact.replace(/\D/g, '').length > 15) return issue('money_invalid', 'The amount is too large.');
  return { value: fromDecimal(exact, currency) };
}

/** A spreadsheet's binary fractions: 11.770000000000001 was 11.77. */
function withoutNoise(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  if (fraction.length < 10) return amount;
  return Number(`${whole}.${fraction}`)
    .toFixed(8)
    .replace(/\.?0+$/, '');
}

/** Marks such as "S/" and "kr." lose nothing but their dot above. */
function withDots(text: string, mark: string): string {
  return text.includes(`${mark}.`) && /^kr$/i.test(mark) ? `${mark}.` : mark;
}
