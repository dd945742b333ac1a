import { isEmptyValue } from './value-shapes';

/** Whether two values of a field say the same. Nothing, an empty text and an empty list are one. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (isEmptyValue(left) || isEmptyValue(right)) return isEmptyValue(left) && isEmptyValue(right);
  return canonical(left) === canonical(right);
}

/** The order of an object's members says nothing, and `isPrimary: false` is the same as leaving it out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const entries = Object.entries(part).filter(([, member]) => member !== undefined && member !== false);
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
