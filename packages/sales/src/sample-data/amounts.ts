import { fromDecimal, type Money } from '@vinculo/platform/money/money';

/*
 * Roughly what one unit of a currency is worth in euros: only to make sample amounts and sample rates look right.
 * Real rates are the tenant's own.
 */
const WORTH: Readonly<Record<string, number>> = {
  EUR: 1,
  USD: 0.92,
  GBP: 1.17,
  CHF: 1.04,
  CAD: 0.67,
  AUD: 0.6,
  NZD: 0.56,
  JPY: 0.0061,
  CNY: 0.127,
  INR: 0.011,
  BRL: 0.17,
  MXN: 0.05,
  ARS: 0.0009,
  CLP: 0.00098,
  COP: 0.00022,
  PEN: 0.245,
  UYU: 0.023,
  DOP: 0.0155,
  GTQ: 0.118,
  CRC: 0.0018,
  BOB: 0.133,
  PYG: 0.00012,
  SEK: 0.088,
  NOK: 0.086,
  DKK: 0.134,
  PLN: 0.232,
  CZK: 0.04,
  HUF: 0.0025,
  RON: 0.2,
  TRY: 0.027,
  ZAR: 0.05,
  MAD: 0.092,
  KWD: 3,
  AED: 0.25,
};

const worthOf = (currency: string): number => WORTH[currency] ?? 1;

/** An amount of euros as a round amount of another currency. */
export function sampleMoney(euros: number, currency: string): Money {
  const units = Number((euros / worthOf(currency)).toPrecision(2));
  return fromDecimal(units.toFixed(2), currency);
}

/** A rate as a table would give it: `drift` is how far it was from today's, as 0.02. */
export function sampleRate(currency: string, base: string, drift: number): string {
  const rate = (worthOf(currency) / worthOf(base)) * (1 + drift);
  return trimmed(rate.toFixed(Math.max(2, 4 - Math.floor(Math.log10(rate)))));
}

/** The two currencies that a tenant also sells in. */
export function foreignCurrencies(base: string): [string, string] {
  const [first = 'USD', second = 'GBP'] = ['USD', 'EUR', 'GBP'].filter((currency) => currency !== base);
  return [first, second];
}

function trimmed(decimal: string): string {
  return decimal.replace(/\.?0+$/, '');
}
