import type { Item, Key } from '@vinculo/platform/table/writes';

export interface RateOfDay {
  currency: string;
  date: string;
  rate: string;
}

export interface RateItem extends Item, RateOfDay {
  kind: 'currency_rate';
  isSample?: true;
}

/** Rates say what a currency is worth in `base`: when a tenant changes its currency, the old ones mean nothing in it. */
export const ratesPartition = (base: string): string => `rates#${base}`;

export const rateKey = (base: string, currency: string, date: string): Key => ({
  pk: ratesPartition(base),
  sk: `${currency}#${date}`,
});
