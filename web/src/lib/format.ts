import type { Locale } from '@vinculo/client/types';
import { exponentOf } from '@vinculo/platform/money/schema';

export interface FormatSettings {
  language: Locale;
  country: string;
  timeZone: string;
  currency: string;
}

export type Formatter = ReturnType<typeof createFormatter>;

const RELATIVE_UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Words in the person's language, conventions (order of a date, separators, zone) of the company's country. */
export function createFormatter(settings: FormatSettings) {
  const tag = localeTag(settings.language, settings.country);
  const zoned = { timeZone: settings.timeZone };
  const day = new Intl.DateTimeFormat(tag, { ...zoned, dateStyle: 'medium' });
  // A date without a time belongs to no zone; formatting it in one could move it by a day.
  const plainDay = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(tag, { ...zoned, dateStyle: 'medium', timeStyle: 'short' });
  const clock = new Intl.DateTimeFormat(tag, { ...zoned, timeStyle: 'short' });
  const monthName = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month: 'short', year: 'numeric' });
  const relativeTime = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const plainNumber = new Intl.NumberFormat(tag);
  const percentage = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });

  function money(amountMinor: number, currency = settings.currency, options: { compact?: boolean } = {}) {
    const format = currencyFormat(tag, currency, options.compact ?? false);
    return format.format(fromMinor(amountMinor, currency));
  }

  return {
    tag,
    ...settings,
    number: (value: number) => plainNumber.format(value),
    /** `0.25` is 25 %. */
    percent: (ratio: number) => percentage.format(ratio),
    money,
    /** `2026-11-24` or an instant, as a day. */
    date: (iso: string) => (isPlainDate(iso) ? plainDay : day).format(new Date(iso)),
    dateTime: (iso: string) => moment.format(new Date(iso)),
    time: (iso: string) => clock.format(new Date(iso)),
    /** `2026-11`. */
    month: (yearMonth: string) => monthName.format(new Date(`${yearMonth}-01T00:00:00Z`)),
    relative: (iso: string, now = Date.now()) => {
      const seconds = Math.round((new Date(iso).getTime() - now) / 1000);
      for (const [unit, size] of RELATIVE_UNITS) {
        if (Math.abs(seconds) >= size) return relativeTime.format(Math.trunc(seconds / size), unit);
      }
      return relativeTime.format(0, 'second');
    },
  };
}

/** As the server counts, by ISO 4217: what a browser's `Intl` shows of a currency by default is another matter. */
export const minorDigits: (currency: string) => number = exponentOf;

export function fromMinor(amountMinor: number, currency: string): number {
  return amountMinor / 10 ** minorDigits(currency);
}

export function toMinor(amount: number, currency: string): number {
  return Math.round(amount * 10 ** minorDigits(currency));
}

/** Where English conventions are at home; browsers' data for English elsewhere contradicts itself. */
const ENGLISH_COUNTRIES = new Set('AU BZ CA GB GH HK IE IN JM KE MT NG NZ PH PK SG TT US ZA ZW'.split(' '));

/**
 * `es` + `MX` is `es-MX`. English in a country that doesn't speak it follows British conventions (day before
 * month, as nearly everywhere outside the United States), Spanish those of Spain.
 */
export function localeTag(language: Locale, country: string): string {
  if (language === 'en') return ENGLISH_COUNTRIES.has(country) ? `en-${country}` : 'en-GB';
  const wanted = `es-${country}`;
  const [found] = /^[A-Z]{2}$/.test(country) ? Intl.DateTimeFormat.supportedLocalesOf(wanted) : [];
  const isKnown = found !== undefined && new Intl.DateTimeFormat(found).resolvedOptions().locale === wanted;
  return isKnown ? wanted : 'es-ES';
}

const currencyFormats = new Map<string, Intl.NumberFormat>();

function currencyFormat(tag: string, currency: string, compact: boolean): Intl.NumberFormat {
  const key = `${tag} ${currency} ${compact}`;
  const known = currencyFormats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    ...(compact ? { notation: 'compact', maximumFractionDigits: 1 } : {}),
  });
  currencyFormats.set(key, format);
  return format;
}

function isPlainDate(iso: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso);
}
