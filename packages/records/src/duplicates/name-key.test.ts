import { describe, expect, it } from 'vitest';
import { wordsOf } from '../search/words';
import { nameKey } from './name-key';

const keyOf = (text: string) => nameKey(wordsOf(text));

describe('nameKey', () => {
  it.each([
    ['Acme, S.L.', 'ACME SL'],
    ['Acme Inc.', 'acme'],
    ['Müller GmbH', 'Muller'],
    ['García Ana', 'Ana García'],
    ['Café & Té, S.A.', 'cafe te'],
  ])('makes %s and %s one', (left, right) => {
    expect(keyOf(left)).toBe(keyOf(right));
  });

  it.each([
    ['Acme Spain', 'Acme'],
    ['Ana García', 'Ana García López'],
  ])('keeps %s and %s apart', (left, right) => {
    expect(keyOf(left)).not.toBe(keyOf(right));
  });

  it('keeps a name that is nothing but a legal form', () => {
    expect(keyOf('Co.')).toBe('co');
  });
});
