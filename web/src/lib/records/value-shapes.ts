import type { AddressValue, EmailValue, Money, RecordData } from '@vinculo/client/types';

/** Readers of the values that records hold: a shape that isn't what the field's kind promises reads as nothing. */

export function isEmptyValue(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

export function asStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

export function asMoney(value: unknown): Money | undefined {
  return isObject(value) && typeof value.amountMinor === 'number' && typeof value.currency === 'string'
    ? { amountMinor: value.amountMinor, currency: value.currency }
    : undefined;
}

export function asChannels(value: unknown): EmailValue[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is EmailValue => isObject(item) && typeof item.value === 'string');
}

export function asAddresses(value: unknown): AddressValue[] {
  return Array.isArray(value) ? value.filter((item): item is AddressValue => isObject(item)) : [];
}

/** What came from outside and claims to be a record. */
export function isRecord(value: unknown): value is RecordData {
  return isObject(value) && typeof value.id === 'string' && typeof value.version === 'number';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
