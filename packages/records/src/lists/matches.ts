import type { CrmRecord, Money } from '../types/record-type';
import { isSet } from '../types/schema';
import type { Condition } from './condition';
import { folded } from './sort-key';

/** Whether a record meets a condition whose relative values are already resolved. */
export function matches(record: CrmRecord, { field, op, value }: Condition): boolean {
  const stored = record[field];
  switch (op) {
    case 'empty':
      return !isSet(stored);
    case 'notEmpty':
      return isSet(stored);
    case 'ne':
      return !someAre(stored, [value]);
    case 'nin':
      return !someAre(stored, listOf(value));
    case 'eq':
      return someAre(stored, [value]);
    case 'in':
      return someAre(stored, listOf(value));
    case 'contains':
      return comparables(stored).some((part) => folded(String(part)).includes(folded(String(value))));
    case 'startsWith':
      return comparables(stored).some((part) => folded(String(part)).startsWith(folded(String(value))));
    case 'between': {
      const [low, high] = listOf(value);
      return comparables(stored).some((part) => compare(part, low) >= 0 && compare(part, high) <= 0);
    }
    default:
      return comparables(stored).some((part) => holds(op, compare(part, value)));
  }
}

function holds(op: 'lt' | 'lte' | 'gt' | 'gte', order: number): boolean {
  if (Number.isNaN(order)) return false;
  if (op === 'lt') return order < 0;
  if (op === 'lte') return order <= 0;
  return op === 'gt' ? order > 0 : order >= 0;
}

function someAre(stored: unknown, wanted: unknown[]): boolean {
  const parts = comparables(stored);
  return wanted.some((value) => {
    if (value === false && parts.length === 0) return true;
    return parts.some((part) => compare(part, value) === 0);
  });
}

/** What of a stored value is compared: each e-mail, each tag, the amount of money. */
function comparables(stored: unknown): unknown[] {
  if (!isSet(stored)) return [];
  if (Array.isArray(stored)) return stored.flatMap(comparables);
  if (typeof stored !== 'object' || stored === null) return [stored];
  if ('amountMinor' in stored) return [(stored as Money).amountMinor];
  return 'value' in stored ? [stored.value] : Object.values(stored).flatMap(comparables);
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === 'number') return left - Number(right);
  if (typeof left === 'boolean') return left === (right === true || right === 'true') ? 0 : Number.NaN;
  const [a, b] = [folded(String(left)), folded(String(right))];
  // A date condition on a moment means the whole day.
  const same = b.length === 10 && /^\d{4}-\d\d-\d\dt/.test(a) ? a.slice(0, 10) : a;
  return same < b ? -1 : same > b ? 1 : 0;
}

function listOf(value: Condition['value']): unknown[] {
  return Array.isArray(value) ? value : [value];
}
