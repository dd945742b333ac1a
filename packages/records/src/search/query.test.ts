import { describe, expect, it } from 'vitest';
import { parseSearch } from './query';

describe('parseSearch', () => {
  it.each([
    ['García', 'garcia', []],
    ['ana garcía', 'garcia', ['ana']],
    ['ana ana', 'ana', []],
    ['the co of ana', 'ana', ['the', 'co', 'of']],
    ['Ana@Acme.com', 'ana@acme.com', []],
    ['@acme.com', 'acme.com', []],
  ])('reads the words of %s, a rare one first', (text, driving, others) => {
    expect(parseSearch(text)).toEqual({ readings: [{ driving, others }], fallbacks: [] });
  });

  it.each([
    ['CD-0042', ['0042', 'cd0042']],
    ['1234 ABC', ['1234', '1234abc']],
    ['cd0042', ['cd0042']],
  ])('reads %s as words and as an identifier', (text, driving) => {
    expect(parseSearch(text)?.readings.map((terms) => terms.driving)).toEqual(driving);
  });

  it.each([
    ['600 12', '60012', []],
    ['+34 600 123 456', '600123456', []],
    ['+34 6', '6', []],
    ['34600123456', '34600123456', ['600123456']],
    ['020 7946', '0207946', ['207946']],
    ['12', '12', []],
  ])('reads %s as a number, with and without a country', (text, driving, fallbacks) => {
    const parsed = parseSearch(text);
    expect(parsed?.readings).toEqual([{ driving, others: [] }]);
    expect(parsed?.fallbacks.map((terms) => terms.driving)).toEqual(fallbacks);
  });

  it.each(['- …', '', '   '])('finds nothing to look for in "%s"', (text) => {
    expect(parseSearch(text)).toBeUndefined();
  });
});
