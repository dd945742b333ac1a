/*
 * Decimals by ISO 4217, written down: engines that take them from CLDR (V8) answer 0 for COP or HUF where others
 * answer 2, and a stored amount must not change a hundredfold with the browser that shows it.
 */
const NOT_TWO: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const DECIMALS: ReadonlyMap<string, number> = new Map(
  Object.entries(NOT_TWO).flatMap(([decimals, currencies]) =>
    currencies.split(' ').map((currency): [string, number] => [currency, Number(decimals)]),
  ),
);

/** Digits after the decimal point in a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function exponentOf(currency: string): number {
  return DECIMALS.get(currency) ?? 2;
}
