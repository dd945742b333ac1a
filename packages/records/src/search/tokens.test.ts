import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordType } from '../types/record-type';
import { MOST_TOKENS, tokensOf } from './tokens';

const label = { en: 'Field', es: 'Campo' };
const person: RecordType = {
  name: 'person',
  plural: 'people',
  idPrefix: 'per',
  labels: { one: label, many: label },
  icon: 'user',
  color: 'blue',
  fields: {
    name: { kind: 'text', labels: label },
    emails: { kind: 'emails', labels: label },
    phones: { kind: 'phones', labels: label },
    tags: { kind: 'tags', labels: label },
  },
  title: ['name'],
  indexes: { sort: 'name' },
  search: ['phones', 'emails', 'name', 'tags'],
  defaultColumns: ['name'],
};

describe('tokensOf', () => {
  it('finds a person by words, whole address, domain, digits and national digits', () => {
    const tokens = tokensOf(person, {
      name: 'Ana Núñez',
      emails: [{ value: 'ana@acme.es' }],
      phones: [{ value: '+34 600 123 456' }],
    });
    expect([...tokens.keys()]).toEqual([
      'ana',
      'nunez',
      '34600123456',
      '600123456',
      'ana@acme.es',
      'acme.es',
    ]);
  });

  it('does not find everybody at a mail provider', () => {
    const tokens = tokensOf(person, { emails: [{ value: 'ana@gmail.com' }, { value: 'eva@yahoo.co.uk' }] });
    expect([...tokens.keys()]).toEqual(['ana@gmail.com', 'eva@yahoo.co.uk']);
  });

  it('names every field that a token comes from, so that hiding one of them does not hide the other (S10)', () => {
    const tokens = tokensOf(person, { name: 'VIP', tags: ['vip'] });
    expect(tokens.get('vip')).toEqual(['name', 'tags']);
  });

  it('keeps the name when there is more than fits in one transaction', () => {
    const emails = Array.from({ length: 20 }, (_, n) => ({ value: `a${n}@host${n}.com` }));
    const phones = Array.from({ length: 20 }, (_, n) => ({ value: `+34 600 000 1${n}` }));
    const tokens = tokensOf(person, { name: 'Ana', emails, phones });
    expect(tokens.size).toBeLessThanOrEqual(MOST_TOKENS);
    expect(tokens.has('ana')).toBe(true);
  });

  it('gives no empty token, whatever the values (S26)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, phone) => {
        const tokens = tokensOf(person, { name, phones: [{ value: phone }] });
        return [...tokens.keys()].every((token) => token.length > 0 && !/[^\p{L}\p{N}.@_+-]/u.test(token));
      }),
    );
  });
});
