import type { Money } from '@vinculo/client/types';

/** A money field as the API sends it, or nothing if it isn't one. */
export function readMoney(value: unknown): Money | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('amountMinor' in value && 'currency' in value)) return undefined;
  const { amountMinor, currency } = value;
  return typeof amountMinor === 'number' && typeof currency === 'string'
    ? { amountMinor, currency }
    : undefined;
}
