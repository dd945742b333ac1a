import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  CurrencyMismatchError,
  convert,
  fromDecimal,
  isCurrency,
  type Money,
  percentOf,
  toDecimal,
} from './money';
import { exponentOf } from './schema';

const amounts = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 });
const currencies = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'COP', 'CLP');
const monies = fc.record({ amountMinor: amounts, currency: currencies });
const smallMonies = fc.record({
  amountMinor: fc.integer({ min: -100_000_000, max: 100_000_000 }),
  currency: currencies,
});
const rates = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 3, max: 6 }))
  .map(([digits, scale]) => (digits / 10 ** scale).toFixed(scale));

describe('exponentOf', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['COP', 2],
    ['HUF', 2],
    ['CLF', 4],
  ])('knows that %s has %i decimals', (currency, digits) => {
    expect(exponentOf(currency)).toBe(digits);
  });
});

describe('isCurrency', () => {
  it('knows ISO codes and refuses the rest', () => {
    expect(['EUR', 'MXN', 'XYZ', 'eur', ''].map(isCurrency)).toEqual([true, true, false, false, false]);
  });
});

describe('addMoney', () => {
  it('never adds two currencies (D18)', () => {
    expect(() =>
      addMoney({ amountMinor: 5_000, currency: 'USD' }, { amountMinor: 5_000, currency: 'EUR' }),
    ).toThrow(CurrencyMismatchError);
  });

  it('gives the same sum in any order, exactly (D18)', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 100 }), (list) => {
        const sum = (parts: number[]) =>
          parts.map((amountMinor): Money => ({ amountMinor, currency: 'EUR' })).reduce(addMoney);
        expect(sum([...list].reverse())).toEqual(sum(list));
        expect(BigInt(sum(list).amountMinor)).toBe(list.reduce((total, part) => total + BigInt(part), 0n));
      }),
    );
  });
});

describe('convert', () => {
  it.each([
    [{ amountMinor: 10_000, currency: 'USD' }, '0.92', 'EUR', 9_200],
    [{ amountMinor: 1_000, currency: 'JPY' }, '0.0061', 'EUR', 610],
    [{ amountMinor: 1, currency: 'KWD' }, '3.05', 'EUR', 0],
    [{ amountMinor: 1_000, currency: 'KWD' }, '3.05', 'EUR', 305],
    [{ amountMinor: 100, currency: 'EUR' }, '163.5', 'JPY', 164],
    [{ amountMinor: 100, currency: 'EUR' }, '162.5', 'JPY', 162],
  ])('turns %j at %s into %s', (money, rate, currency, amountMinor) => {
    expect(convert(money, rate, currency)).toEqual({ amountMinor, currency });
  });

  it('is at most half a minor unit from the exact value, and keeps the sign (D18)', () => {
    fc.assert(
      fc.property(smallMonies, rates, currencies, (money, rate, currency) => {
        const converted = convert(money, rate, currency).amountMinor;
        // In integers: 2·|converted − exact| ≤ 1, all multiplied by what makes the rate and the shift whole.
        const scale = 10n ** 12n;
        const wholeRate =
          BigInt(rate.replace('.', '')) * 10n ** BigInt(6 - (rate.split('.')[1]?.length ?? 0));
        const shift = 3 + exponentOf(currency) - exponentOf(money.currency);
        const exact = BigInt(money.amountMinor) * wholeRate * 10n ** BigInt(shift) * 1_000n;
        const distance = BigInt(converted) * scale - exact;
        expect(2n * (distance < 0n ? -distance : distance) <= scale).toBe(true);
        expect(convert({ ...money, amountMinor: 0 - money.amountMinor }, rate, currency).amountMinor).toBe(
          0 - converted,
        );
      }),
    );
  });

  it('refuses a result that no number holds exactly', () => {
    expect(() => convert({ amountMinor: 9_000_000_000_000, currency: 'EUR' }, '4000', 'COP')).toThrow(
      expect.objectContaining({ code: 'money.out_of_range' }),
    );
  });

  it('changes nothing at a rate of 1 within a currency', () => {
    fc.assert(
      fc.property(monies, (money) => {
        expect(convert(money, '1', money.currency)).toEqual(money);
      }),
    );
  });
});

describe('percentOf', () => {
  it('rounds half to even', () => {
    const of = (amountMinor: number) => percentOf({ amountMinor, currency: 'EUR' }, 50).amountMinor;
    expect([1, 3, 5, -1, -3].map(of)).toEqual([0, 2, 2, 0, -2]);
  });
});

describe('toDecimal', () => {
  it('is read back by fromDecimal without loss', () => {
    fc.assert(
      fc.property(monies, (money) => {
        expect(fromDecimal(toDecimal(money), money.currency)).toEqual(money);
      }),
    );
  });
});
