import type { Locale } from '@vinculo/client/types';

/** ISO 3166-1 alpha-2; browsers name the codes but don't list them. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

const EURO_COUNTRIES = new Set(
  'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM VA'.split(' '),
);

const CURRENCY_OF: Record<string, string> = {
  AE: 'AED',
  AR: 'ARS',
  AU: 'AUD',
  BO: 'BOB',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CL: 'CLP',
  CN: 'CNY',
  CO: 'COP',
  CR: 'CRC',
  CU: 'CUP',
  CZ: 'CZK',
  DK: 'DKK',
  DO: 'DOP',
  EC: 'USD',
  EG: 'EGP',
  GB: 'GBP',
  GT: 'GTQ',
  HK: 'HKD',
  HN: 'HNL',
  HU: 'HUF',
  ID: 'IDR',
  IL: 'ILS',
  IN: 'INR',
  IS: 'ISK',
  JP: 'JPY',
  KE: 'KES',
  KR: 'KRW',
  KW: 'KWD',
  MA: 'MAD',
  MX: 'MXN',
  MY: 'MYR',
  NG: 'NGN',
  NI: 'NIO',
  NO: 'NOK',
  NZ: 'NZD',
  PA: 'USD',
  PE: 'PEN',
  PH: 'PHP',
  PK: 'PKR',
  PL: 'PLN',
  PR: 'USD',
  PY: 'PYG',
  RO: 'RON',
  RS: 'RSD',
  RU: 'RUB',
  SA: 'SAR',
  SE: 'SEK',
  SG: 'SGD',
  SV: 'USD',
  TH: 'THB',
  TN: 'TND',
  TR: 'TRY',
  TW: 'TWD',
  UA: 'UAH',
  US: 'USD',
  UY: 'UYU',
  VE: 'VES',
  VN: 'VND',
  ZA: 'ZAR',
};

export interface Choice {
  value: string;
  label: string;
}

export function countryChoices(locale: Locale): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return sorted(
    COUNTRIES.map((code) => ({ value: code, label: names.of(code) ?? code })),
    locale,
  );
}

export function currencyChoices(locale: Locale): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const codes = Intl.supportedValuesOf('currency').filter((code) => names.of(code) !== code);
  return codes.map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }));
}

export function timeZoneChoices(): Choice[] {
  // Browsers list neither UTC nor always their own zone.
  const zones = new Set(['UTC', browserTimeZone(), ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].toSorted().map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' ').replaceAll('/', ' / '),
  }));
}

/** January is 1. */
export function monthChoices(locale: Locale): Choice[] {
  const names = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: names.format(new Date(Date.UTC(2024, index, 1))),
  }));
}

export function currencyOf(country: string): string | undefined {
  return EURO_COUNTRIES.has(country) ? 'EUR' : CURRENCY_OF[country];
}

/** What the browser tells about where somebody is; each guess is shown and may be changed. */
export function guessRegion(): { country: string; currency: string; timeZone: string } {
  const regions = navigator.languages.map((language) => new Intl.Locale(language).region);
  const country = regions.find((region) => region && COUNTRIES.includes(region)) ?? 'US';
  return {
    country,
    currency: currencyOf(country) ?? 'USD',
    timeZone: browserTimeZone(),
  };
}

function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
}

function sorted(choices: Choice[], locale: Locale): Choice[] {
  return choices.toSorted((a, b) => a.label.localeCompare(b.label, locale));
}
