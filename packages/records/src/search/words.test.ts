import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, plain, wordsAndPartsOf, wordsOf } from './words';

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
    ['acme.com', ['acme.com']],
    ['mail.acme.com', ['mail.acme.com', 'acme']],
    ['ana.garcia', ['ana.garcia', 'garcia']],
    ["l'Oréal", ['loreal', 'oreal']],
    ["O'Brien", ['obrien', 'brien']],
    ['C-000123', ['c', '000123']],
  ])('adds what else somebody types for %s', (text, words) => {
    expect(wordsAndPartsOf(text)).toEqual(words);
  });
});

describe('compact', () => {
  it.each(['CD-0042', 'cd 0042', 'Cd.0042', 'ＣＤ００４２'])(
    'makes one of the spellings of an identifier: %s',
    (text) => {
      expect(compact(text)).toBe('cd0042');
    },
  );
});
