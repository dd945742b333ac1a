/** Country codes of two digits; `1` and `7` have one, all others three. No code begins another. */
const TWO_DIGITS = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);

/** More digits than any number has without its country. */
const LONGEST_NATIONAL = 11;

export function isInternational(phone: string): boolean {
  return /^[\s(]*(?:\+|00)/.test(phone);
}

/**
 * The digits by which the national and the international form of a number meet: no country code, no leading zeros, no
 * extension. So `+44 20 7946 0958` and `020 7946 0958` are one number.
 */
export function nationalDigits(phone: string): string {
  const digits = digitsOf(phone);
  const isWithCountry = isInternational(phone) || digits.length > LONGEST_NATIONAL;
  return (isWithCountry ? withoutCountry(digits) : digits).replace(/^0+/, '');
}

/** All digits, the international prefix without its zeros. */
export function digitsOf(phone: string): string {
  const digits = phone.replace(/x.*/i, '').replace(/\D/g, '');
  return isInternational(phone) ? digits.replace(/^00/, '') : digits;
}

export function withoutCountry(digits: string): string {
  if (/^[17]/.test(digits)) return digits.slice(1);
  return digits.slice(TWO_DIGITS.has(digits.slice(0, 2)) ? 2 : 3);
}
