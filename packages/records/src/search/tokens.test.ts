import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordType, RecordValues } from '../types/record-type';
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
    code: { kind: 'text', labels: label },
  },
  title: ['name'],
  indexes: { sort: 'name', unique: ['code'] },
  search: ['phones', 'emails', 'name', 'tags', 'code'],
  defaultColumns: ['name'],
};

const entriesOf = (values: RecordValues) => tokensOf(person, values).entries;

describe('tokensOf', () => {
  it('finds a person by words, whole address, domain and national number', () => {
    const tokens = entriesOf({
      name: 'Ana Núñez',
      emails: [{ value: 'ana@acme.es' }],
      phones: [{ value: '+34 600 123 456' }],
    });
    expect([...tokens.keys()]).toEqual(['ana', 'nunez', '600123456', 'ana@acme.es', 'acme.es']);
  });

  it('does not find everybody at a mail provider', () => {
    const tokens = entriesOf({ emails: [{ value: 'ana@gmail.com' }, { value: 'eva@yahoo.co.uk' }] });
    expect([...tokens.keys()]).toEqual(['ana@gmail.com', 'eva@yahoo.co.uk']);
  });

  it('finds an identifier as one, so that what all begin with is no token of its own (D16)', () => {
    expect([...entriesOf({ code: 'CD-0042' }).keys()]).toEqual(['cd0042']);
  });

  it('keeps common words to narrow by, and finds nobody by them, but for who has no others (D16)', () => {
    const { entries, words } = tokensOf(person, { name: 'Ana de la Cruz, S.L.' });
    expect([...entries.keys()]).toEqual(['ana', 'cruz']);
    expect(words.name).toEqual(['ana', 'de', 'la', 'cruz', 'sl']);
    expect([...entriesOf({ name: 'The Co' }).keys()]).toEqual(['the', 'co']);
  });

  it('names every field that a token comes from, so that hiding one of them does not hide the other (S10)', () => {
    const tokens = entriesOf({ name: 'VIP', tags: ['vip'] });
    expect(tokens.get('vip')).toEqual(['name', 'tags']);
  });

  it('keeps the name when there is more than fits in one transaction', () => {
    const emails = Array.from({ length: 20 }, (_, n) => ({ value: `a${n}@host${n}.com` }));
    const phones = Array.from({ length: 20 }, (_, n) => ({ value: `+34 600 000 1${n}` }));
    const tokens = entriesOf({ name: 'Ana', emails, phones });
    expect(tokens.size).toBeLessThanOrEqual(MOST_TOKENS);
    expect(tokens.has('ana')).toBe(true);
  });

  it('gives no empty token, whatever the values (S26)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, phone) => {
        const tokens = entriesOf({ name, phones: [{ value: phone }] });
        return [...tokens.keys()].every((token) => token.length > 0 && !/[^\p{L}\p{N}.@_+-]/u.test(token));
      }),
    );
  });
});
