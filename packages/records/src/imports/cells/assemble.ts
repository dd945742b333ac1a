import type { RecordValues } from '../../types/record-type';
import type { Target } from '../mapping/targets';

interface Point {
  value: string;
  label?: string;
  isPrimary?: boolean;
}
type Address = Record<string, unknown>;

/** Puts a cell's value where its target says; columns of one field fill it together, the first of several is primary. */
export function assign(values: RecordValues, target: Target, value: unknown): void {
  const { field, part } = target;
  if (part !== undefined) putAddressPart(values, target, part, value);
  else if (target.kind === 'emails' || target.kind === 'phones') addPoints(values, target, textsOf(value));
  else if (target.kind === 'tags')
    values[field] = [...new Set([...textsOf(values[field]), ...textsOf(value)])];
  else values[field] = value;
}

function addPoints(values: RecordValues, { field, label }: Target, texts: string[]): void {
  const points = listOf<Point>(values, field);
  for (const value of texts) {
    if (points.some((point) => point.value === value)) continue;
    points.push({ value, ...(label ? { label } : {}), ...(points.length === 0 ? { isPrimary: true } : {}) });
  }
}

function putAddressPart(values: RecordValues, { field, label }: Target, part: string, value: unknown): void {
  const addresses = listOf<Address>(values, field);
  const known = addresses.find((address) => address.label === label);
  if (known) known[part] = value;
  else
    addresses.push({
      ...(label ? { label } : {}),
      ...(addresses.length === 0 ? { isPrimary: true } : {}),
      [part]: value,
    });
}

function listOf<T>(values: RecordValues, field: string): T[] {
  const list = (values[field] ?? []) as T[];
  values[field] = list;
  return list;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
