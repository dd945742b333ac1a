import Big from 'big.js';
import { InvalidError } from '../errors';
import { exponentOf } from './schema';

/** An amount as it is stored and travels: an integer in the minor unit of an ISO 4217 currency. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** A bug, never an answer: amounts of different currencies were added without a rate. */
export class CurrencyMismatchError extends Error {
  constructor(one: string, other: string) {
    super(`${one} and ${other} cannot be added without a rate`);
    this.name = 'CurrencyMismatchError';
  }
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/** Throws `CurrencyMismatchError` unless both are of one currency. */
export function addMoney(one: Money, other: Money): Money {
  if (one.currency !== other.currency) throw new CurrencyMismatchError(one.currency, other.currency);
  return money(Big(one.amountMinor).plus(other.amountMinor), one.currency);
}

/** A share of an amount, rounded half to even in its minor unit. */
export function percentOf({ amountMinor, currency }: Money, percent: number): Money {
  return money(Big(amountMinor).times(percent).times('0.01'), currency);
}

/**
 * Converts at `rate`: 1 unit of the money's currency is `rate` units of `currency`.
 * Rounds once, half to even (banker's), in the minor unit: many converted amounts added up lean neither way.
 */
export function convert({ amountMinor, currency: from }: Money, rate: string, currency: string): Money {
  const shift = exponentOf(currency) - exponentOf(from);
  return money(Big(amountMinor).times(rate).times(`1e${shift}`), currency);
}

/** In units, for people and files: 1234 minor EUR is "12.34". */
export function toDecimal({ amountMinor, currency }: Money): string {
  const digits = exponentOf(currency);
  return Big(amountMinor).times(`1e-${digits}`).toFixed(digits);
}

/** From units, rounded half to even where there are more digits than the currency has. */
export function fromDecimal(amount: string, currency: string): Money {
  return money(Big(amount).times(`1e${exponentOf(currency)}`), currency);
}

function money(amount: Big, currency: string): Money {
  const amountMinor = amount.round(0, Big.roundHalfEven).toNumber();
  if (!Number.isSafeInteger(amountMinor)) {
    throw new InvalidError('money.out_of_range', 'An amount is too large to be added up.');
  }
  // Adding zero turns -0, which JSON would not keep, into 0.
  return { amountMinor: amountMinor + 0, currency };
}
