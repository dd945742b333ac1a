import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBoolean } from './boolean';
import { parseChoice } from './choice';
import { parseEmails, parsePhones, parseUrl } from './contact-points';
import { parseCountry } from './country';
import { guessDateOrder, parseDate } from './date';
import { parseDateTime } from './date-time';
import { splitFullName } from './full-name';
import { parseMoney } from './money';
import { guessDecimal, parseInteger, parseNumber } from './number';
import { parseCell } from './parse-cell';

const NOW = new Date('2026-03-02T09:00:00Z');
const days = fc.date({ min: new Date('1937-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
const two = (number: number) => String(number).padStart(2, '0');

describe('parseDate', () => {
  it('reads any day in any usual form', () => {
    const forms = fc.constantFrom(
      'iso',
      'compact',
      'dmy',
      'mdy',
      'short dmy',
      'english',
      'spanish',
      'serial',
    );
    fc.assert(
      fc.property(days, forms, fc.constantFrom('/', '-', '.'), (date, form, sign) => {
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const named = (locale: string, style: 'long' | 'short') =>
          new Intl.DateTimeFormat(locale, {
            day: 'numeric',
            month: style,
            year: 'numeric',
            timeZone: 'UTC',
          }).format(date);
        const texts: Record<string, [string, 'dmy' | 'mdy']> = {
          iso: [`${year}-${two(month)}-${two(day)}`, 'dmy'],
          compact: [`${year}${two(month)}${two(day)}`, 'mdy'],
          dmy: [`${day}${sign}${two(month)}${sign}${year}`, 'dmy'],
          mdy: [`${two(month)}${sign}${day}${sign}${year}`, 'mdy'],
          'short dmy': [`${two(day)}${sign}${two(month)}${sign}${two(year % 100)}`, 'dmy'],
          english: [named('en-US', 'short'), 'dmy'],
          spanish: [named('es', 'long'), 'mdy'],
          serial: [String(Math.floor(date.getTime() / 86_400_000) + 25_569), 'dmy'],
        };
        const [text, order] = texts[form] ?? ['', 'dmy'];
        expect(parseDate(text, order, NOW)).toEqual({ value: date.toISOString().slice(0, 10) });
      }),
    );
  });

  it.each([
    '31/02/2021',
    '99/99/9999',
    'ayer',
    '2021-13-01',
    '0000-00-00',
    '12',
    '1/2',
    '20211301',
    '3.2021',
  ])('refuses %s', (text) => {
    expect(parseDate(text, 'dmy', NOW)).toMatchObject({
      issue: { code: 'date_invalid', params: { format: 'dmy' } },
    });
  });
});

describe('guessDateOrder', () => {
  it.each([
    [['01/02/2020', '13/02/2020'], 'dmy'],
    [['01/02/2020', '02/13/2020'], 'mdy'],
    [['2020-01-02'], 'ymd'],
    [['19970101', '19970118'], 'ymd'],
    [['01/02/2020'], 'mdy'],
    [['13/02/2020', '02/14/2020'], 'mdy'],
  ])('of %j is %s', (values, order) => {
    expect(guessDateOrder(values, 'mdy')).toBe(order);
  });
});

describe('parseDateTime', () => {
  it.each([
    ['2024-07-01 10:30', '2024-07-01T08:30:00.000Z'],
    ['2024-01-01T10:30:15', '2024-01-01T09:30:15.000Z'],
    ['01/07/2024 9:05 pm', '2024-07-01T19:05:00.000Z'],
    ['2024-07-01T10:30:00Z', '2024-07-01T10:30:00.000Z'],
    ['2024-07-01T10:30:00.123+0500', '2024-07-01T05:30:00.000Z'],
    ['1 de julio de 2024', '2024-06-30T22:00:00.000Z'],
  ])('reads %s in the zone of the tenant', (text, expected) => {
    expect(parseDateTime(text, 'dmy', NOW, 'Europe/Madrid')).toEqual({ value: expected });
  });

  it.each(['2024-07-01 25:00', '2024-07-01 10:77', 'noon'])('refuses %s', (text) => {
    expect(parseDateTime(text, 'dmy', NOW, 'UTC')).toMatchObject({ issue: { code: 'date_invalid' } });
  });
});

describe('parseNumber', () => {
  it('reads what any locale writes, with the sign that it uses', () => {
    const locales = fc.constantFrom('en', 'es', 'de', 'fr', 'de-CH', 'en-IN', 'pt', 'sv');
    const numbers = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((units) => units / 100);
    fc.assert(
      fc.property(numbers, locales, (number, locale) => {
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
        const decimal =
          format.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
        expect(parseNumber(format.format(number), decimal)).toEqual({ value: number === 0 ? 0 : number });
      }),
    );
  });

  it.each([
    ['(12.50)', -12.5],
    ['12-', -12],
    ['15 %', 15],
    ['1.5e3', 1500],
    ['.5', 0.5],
    ["1'234.5", 1234.5],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text, '.')).toEqual({ value });
  });

  it.each(['twelve', '1,2,3', '12.3.4', '1-2', '', '--5x', '1,23'])('refuses %j', (text) => {
    expect(parseNumber(text, '.')).toMatchObject({ issue: { code: 'number_invalid' } });
  });

  it('wants whole numbers where there are only such', () => {
    expect(parseInteger('1.234', ',')).toEqual({ value: 1234 });
    expect(parseInteger('1,5', ',')).toMatchObject({ issue: { code: 'number_not_whole' } });
  });
});

describe('guessDecimal', () => {
  it.each([
    [['1.234,56', '7'], ','],
    [['1,234.56'], '.'],
    [['12,5', '1.234'], ','],
    [['1.234', '2.345'], '.'],
    [['0.125'], '.'],
    [['1.234.567'], ','],
  ])('of %j is %s', (values, decimal) => {
    expect(guessDecimal(values, '.')).toBe(decimal);
  });
});

describe('parseMoney', () => {
  it.each([
    ['11.77', '.', { amountMinor: 1177, currency: 'EUR' }],
    ['$1,234.50', '.', { amountMinor: 123_450, currency: 'USD' }],
    ['1.234,50 €', ',', { amountMinor: 123_450, currency: 'EUR' }],
    ['USD 12', '.', { amountMinor: 1200, currency: 'USD' }],
    ['¥1,500', '.', { amountMinor: 1500, currency: 'JPY' }],
    ['-3,20', ',', { amountMinor: -320, currency: 'EUR' }],
    ['(12.00)', '.', { amountMinor: -1200, currency: 'EUR' }],
    ['11.770000000000001', '.', { amountMinor: 1177, currency: 'EUR' }],
    ['1.500', '.', { amountMinor: 150, currency: 'EUR' }],
    ['99,90 kr.', ',', { amountMinor: 9990, currency: 'DKK' }],
  ] as const)('reads %s', (text, decimal, value) => {
    expect(parseMoney(text, decimal, 'EUR')).toEqual({ value });
  });

  it('never rounds an amount', () => {
    expect(parseMoney('11.775', '.', 'EUR')).toMatchObject({ issue: { code: 'money_too_precise' } });
    expect(parseMoney('12.5', '.', 'JPY')).toMatchObject({ issue: { code: 'money_too_precise' } });
  });

  it.each([
    ['mucho', 'currency_unknown'],
    ['12 bananas', 'currency_unknown'],
    ['12,34,56', 'money_invalid'],
    ['12345678901234567', 'money_invalid'],
  ])('refuses %s', (text, code) => {
    expect(parseMoney(text, '.', 'EUR')).toMatchObject({ issue: { code } });
  });

  it("takes a bare dollar sign for the tenant's own dollar or peso", () => {
    expect(parseMoney('$10', '.', 'MXN')).toEqual({ value: { amountMinor: 1000, currency: 'MXN' } });
    expect(parseMoney('$10', '.', 'EUR')).toEqual({ value: { amountMinor: 1000, currency: 'USD' } });
  });
});

describe('parseEmails', () => {
  it.each([
    ['Ada@Example.com', ['ada@example.com']],
    ['a@x.es; b@x.es', ['a@x.es', 'b@x.es']],
    ['a@x.es,b@x.es\nc@x.es', ['a@x.es', 'b@x.es', 'c@x.es']],
    ['Ada King <ada@x.es>', ['ada@x.es']],
    ['mailto:ada@x.es', ['ada@x.es']],
    ['a@x.es b@x.es', ['a@x.es', 'b@x.es']],
    ['a@x.es; A@X.es', ['a@x.es']],
  ])('reads %j', (text, value) => {
    expect(parseEmails(text)).toEqual({ value });
  });

  it.each(['nobody', 'a@b', '@example.com', 'x y@example.com', 'a@x.es; oops'])('refuses %j', (text) => {
    expect(parseEmails(text)).toMatchObject({ issue: { code: 'email_invalid' } });
  });
});

describe('parsePhones', () => {
  it.each([
    ['+34 600 123 456', ['+34 600 123 456']],
    ['(91) 555 12 34; 600123456', ['91 555 12 34', '600123456']],
    ['Tel. 91 555 1234 ext 12', ['91 555 1234 x12']],
    ['(+34) 600-123', ['+34 600-123']],
  ])('reads %j', (text, value) => {
    expect(parsePhones(text)).toEqual({ value });
  });

  it.each(['call me', '12', '+'])('refuses %j', (text) => {
    expect(parsePhones(text)).toMatchObject({ issue: { code: 'phone_invalid' } });
  });
});

describe('other cells', () => {
  it('take options by value or label in any language', () => {
    const options = [{ value: 'customer', labels: { en: 'Customer', es: 'Cliente' } }] as const;
    for (const text of ['customer', 'CUSTOMER', 'Cliente', ' cliente ']) {
      expect(parseChoice(text, options)).toEqual({ value: 'customer' });
    }
    expect(parseChoice('friend', options)).toMatchObject({ issue: { code: 'option_unknown' } });
  });

  it('take yes and no as people write them', () => {
    for (const text of ['yes', 'Sí', 'x', '1', 'VERDADERO'])
      expect(parseBoolean(text)).toEqual({ value: true });
    for (const text of ['no', 'N', '0', 'false']) expect(parseBoolean(text)).toEqual({ value: false });
    expect(parseBoolean('maybe')).toMatchObject({ issue: { code: 'boolean_invalid' } });
  });

  it('take countries by code or name in several languages', () => {
    for (const text of ['ES', 'es', 'España', 'Spain', 'SPAIN', 'Espagne']) {
      expect(parseCountry(text)).toEqual({ value: 'ES' });
    }
    expect([parseCountry('EE.UU.'), parseCountry('UK'), parseCountry('Alemania')]).toEqual([
      { value: 'US' },
      { value: 'GB' },
      { value: 'DE' },
    ]);
    expect(parseCountry('Narnia')).toMatchObject({ issue: { code: 'country_unknown' } });
  });

  it('take web addresses with or without a scheme, and none that a browser would run', () => {
    expect(parseUrl('example.com/a')).toEqual({ value: 'https://example.com/a' });
    expect(parseUrl('http://example.com')).toEqual({ value: 'http://example.com' });
    expect(parseUrl('javascript:alert(1)')).toMatchObject({ issue: { code: 'url_invalid' } });
  });
});

describe('splitFullName', () => {
  it.each([
    ['en', 'Ada King', 'Ada', 'King'],
    ['en', 'King, Ada', 'Ada', 'King'],
    ['en', 'Mr. John Q. Public', 'John Q.', 'Public'],
    ['en', 'Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
    ['en', 'Cher', 'Cher', undefined],
    ['es', 'Ana García López', 'Ana', 'García López'],
    ['es', 'María José García López', 'María José', 'García López'],
    ['es', 'María García López', 'María', 'García López'],
    ['es', 'María del Carmen Ruiz Gil', 'María del Carmen', 'Ruiz Gil'],
    ['es', 'Juan de la Cruz', 'Juan', 'de la Cruz'],
    ['es', 'Ana García', 'Ana', 'García'],
  ])('in %s: %s', (locale, text, firstName, lastName) => {
    expect(splitFullName(text, locale)).toEqual({ firstName, ...(lastName ? { lastName } : {}) });
  });
});

describe('parseCell', () => {
  const around = { locale: 'en', timeZone: 'UTC', currency: 'EUR', now: NOW };
  const kinds = [
    'emails',
    'phones',
    'url',
    'date',
    'dateTime',
    'number',
    'integer',
    'money',
    'boolean',
    'tags',
  ] as const;

  it('never throws and never hangs, whatever a cell holds (S26)', () => {
    const monsters = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .tuple(
          fc.constantFrom('1', ' ', 'a', '@', '.', ',', '(', "'", '-'),
          fc.integer({ min: 1, max: 1_000_000 }),
        )
        .map(([part, count]) => `${part.repeat(count)}!`),
    );
    fc.assert(
      fc.property(monsters, fc.constantFrom(...kinds), (text, kind) => {
        const target = { key: kind, field: kind, kind, labels: { en: '', es: '' } };
        const parsed = parseCell(target, undefined, {}, text, around);
        expect('value' in parsed || 'issue' in parsed).toBe(true);
      }),
    );
  });
});
