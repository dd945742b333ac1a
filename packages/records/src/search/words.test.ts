import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, nationalDigits, plain, wordsAndPartsOf, wordsOf } from './words';

describe('plain', () => {
  it.each([
    ['García Núñez', 'garcia nunez'],
    ['STRAßE', 'strasse'],
    ['Ørsted Łódź', 'orsted lodz'],
    ['Ｆｕｌｌ', 'full'],
  ])('writes %s without case and accents', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => plain(plain(text)) === plain(text)));
  });
});

describe('wordsOf', () => {
  it.each([
    ['Ana  García-López', ['ana', 'garcia', 'lopez']],
    ["O'Brien & Sons", ['obrien', 'sons']],
    ['Acme.com', ['acme.com']],
    ['Acme S.L.', ['acme', 'sl']],
    ['王小明', ['王小明']],
    ['  … ', []],
  ])('reads %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('wordsAndPartsOf', () => {
  it.each([
    ['acme.com', ['acme.com', 'com']],
    ["l'Oréal", ['loreal', 'oreal']],
    ["O'Brien", ['obrien', 'brien']],
    ['C-000123', ['c', '000123']],
  ])('adds what else somebody types for %s', (text, words) => {
    expect(wordsAndPartsOf(text)).toEqual(words);
  });
});

describe('phone digits', () => {
  it.each(['+34 600 123 456', '0034600123456', '600-123-456', '(600) 123.456'])(
    'meet in the national part: %s',
    (phone) => {
      expect(nationalDigits(digitsOf(phone))).toBe('600123456');
    },
  );
});
