import type { RecordType } from '../types/record-type';
import { wordsOf } from './words';

export interface Match {
  type: RecordType;
  token: string;
  fields: readonly string[];
  title: string;
  driving: string;
  others: readonly string[];
}

/** Lower is better: the whole title, then exact words before beginnings, in each of them names before other fields. */
export function rankOf({ type, token, fields, title, driving, others }: Match): number {
  if (isSameWords(wordsOf(title), [driving, ...others])) return 0;
  // The local part of an address is a word of its own.
  const isExact = token === driving || token.startsWith(`${driving}@`);
  const isTitle = fields.some((field) => type.title.includes(field));
  return 1 + (isExact ? 0 : 2) + (isTitle ? 0 : 1);
}

function isSameWords(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((word) => right.includes(word));
}
