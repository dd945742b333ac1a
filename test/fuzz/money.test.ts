import { fromDecimal, toDecimal } from '@vinculo/platform/money/money';
import { parseMoney } from '@vinculo/records/imports/cells/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const currencies = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'COP', 'CLP');
const monies = fc.record({
  amountMinor: fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
  currency: currencies,
});

describe('an amount', () => {
  it('is the same after it was written as a decimal and read again (D18)', () => {
    fc.assert(
      fc.property(monies, (money) => {
        expect(fromDecimal(toDecimal(money), money.currency)).toEqual(money);
      }),
    );
  });

  it('is read from a cell as it is written anywhere: either decimal sign, its currency on either side (D18)', () => {
    const written = fc.tuple(monies, fc.constantFrom('.' as const, ',' as const), fc.boolean());
    fc.assert(
      fc.property(written, ([money, decimal, isFirst]) => {
        const amount = toDecimal(money).replace('.', decimal);
        const text = isFirst ? `${money.currency} ${amount}` : `${amount} ${money.currency}`;
        expect(parseMoney(text, decimal, 'EUR')).toEqual({ value: money });
      }),
    );
  });

  it('is read or refused, and never throws, whatever is in the cell', () => {
    const looksLikeOne = fc.string({
      unit: fc.constantFrom('0', '9', '.', ',', '-', '+', '(', ')', '€', '$', 'E', 'e', ' ', "'", '\u00a0'),
    });
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), looksLikeOne),
        fc.constantFrom('.' as const, ',' as const),
        (text, sign) => {
          const parsed = parseMoney(text, sign, 'EUR');
          if ('value' in parsed) expect(Number.isSafeInteger(parsed.value.amountMinor)).toBe(true);
          else expect(parsed.issue.code).toMatch(/^(money|currency)_/);
        },
      ),
    );
  });
});
