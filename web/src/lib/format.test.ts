import { describe, expect, it } from 'vitest';
import { createFormatter, fromMinor, localeTag, minorDigits, toMinor } from './format';

const spain = { language: 'en', country: 'ES', timeZone: 'Europe/Madrid', currency: 'EUR' } as const;
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('createFormatter', () => {
  it("shows an instant in the company's time zone", () => {
    const format = createFormatter({ ...spain, timeZone: 'Pacific/Auckland' });
    expect(format.date('2026-11-23T20:00:00Z')).toBe('24 Nov 2026');
  });

  it('shows a day without a time as that day in every zone', () => {
    for (const timeZone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      expect(createFormatter({ ...spain, timeZone }).date('2026-11-24')).toBe('24 Nov 2026');
    }
  });

  it('formats money by its own currency, in the conventions of language and country', () => {
    expect(plain(createFormatter(spain).money(123456))).toBe('€1,234.56');
    expect(plain(createFormatter({ ...spain, language: 'es' }).money(1234567))).toBe('12.345,67 €');
    expect(plain(createFormatter(spain).money(1500, 'JPY'))).toBe('JP¥1,500');
  });

  it('says how long ago in the largest whole unit', () => {
    const now = Date.parse('2026-11-24T12:00:00Z');
    const format = createFormatter(spain);
    expect(format.relative('2026-11-24T11:59:40Z', now)).toBe('now');
    expect(format.relative('2026-11-22T12:00:00Z', now)).toBe('2 days ago');
    expect(format.relative('2026-11-24T15:30:00Z', now)).toBe('in 3 hours');
  });
});

describe('localeTag', () => {
  it('joins language and country where that pair has conventions of its own', () => {
    expect(localeTag('es', 'MX')).toBe('es-MX');
    expect(localeTag('en', 'US')).toBe('en-US');
  });

  it('falls back to the nearest conventions elsewhere', () => {
    expect(localeTag('en', 'ES')).toBe('en-GB');
    expect(localeTag('es', 'DE')).toBe('es-ES');
    expect(localeTag('es', '')).toBe('es-ES');
  });
});

describe('minor units', () => {
  it('follow the currency', () => {
    const digits = ['EUR', 'JPY', 'KWD', 'COP', 'HUF'].map(minorDigits);
    expect(digits).toEqual([2, 0, 3, 2, 2]);
    expect(fromMinor(1999, 'EUR')).toBe(19.99);
    expect(toMinor(19.99, 'EUR')).toBe(1999);
    expect(toMinor(1.005, 'KWD')).toBe(1005);
  });
});
