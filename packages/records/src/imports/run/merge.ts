import type { CrmRecord, RecordType, RecordValues } from '../../types/record-type';
import { isSet } from '../../types/schema';

/**
 * What a row changes in a record: blank cells change nothing, and lists grow by what is new instead of being replaced,
 * so that an import never makes a record forget an address.
 */
export function patchFor(type: RecordType, before: CrmRecord, values: RecordValues): RecordValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const held = before[name];
      if (!Array.isArray(value) || !Array.isArray(held) || !isSet(held)) return [[name, value]];
      const added = value.filter((part) => !held.some((known) => isSame(known, part)));
      if (added.length === 0) return [];
      const isPoints = ['emails', 'phones', 'addresses'].includes(type.fields[name]?.kind ?? '');
      return [[name, [...held, ...(isPoints ? added.map(secondary) : added)]]];
    }),
  );
}

function isSame(known: unknown, part: unknown): boolean {
  if (typeof known !== 'object' || typeof part !== 'object') return known === part;
  return contentOf(known) === contentOf(part);
}

/** A point is the same whatever its label and rank. */
function contentOf(part: unknown): string {
  const { label: _, isPrimary: __, ...content } = { ...(part as Record<string, unknown>) };
  return JSON.stringify(
    Object.entries(content).sort(([left], [right]) => (left < right ? -1 : 1)),
  ).toLowerCase();
}

function secondary(part: unknown): unknown {
  const { isPrimary: _, ...rest } = { ...(part as Record<string, unknown>) };
  return rest;
}
