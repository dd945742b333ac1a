import { createHash } from 'node:crypto';
import type { Item, Write } from '@vinculo/platform/table/writes';
import type { EmailValue, RecordType, RecordValues } from '../types/record-type';
import { searchKey } from './keys';
import { tokensOf } from './tokens';

/** One token of one record in the index, with all that a search needs to judge and show the record. */
export interface SearchEntry extends Item {
  kind: 'search';
  type: string;
  ownerId?: string;
  teamId?: string;
  /** The fields that this token comes from. */
  fields: string[];
  /** What title and subtitle are made of. */
  values: RecordValues;
  /** All tokens by field, separated by spaces, for the other words of a search. */
  words: Record<string, string>;
}

/** What the index holds of a record: enough to take it out again and to see whether it changed. */
export interface Indexed {
  tokens: string[];
  digest: string;
}

export interface IndexContent extends Indexed {
  entries: SearchEntry[];
}

export const NOTHING_INDEXED: IndexContent = { tokens: [], digest: '', entries: [] };

type Indexable = RecordValues & { id: string; ownerId?: string; teamId?: string };

export function indexContentOf(type: RecordType, record: Indexable): IndexContent {
  const { entries: tokens, words } = tokensOf(type, record);
  const shared = {
    kind: 'search' as const,
    type: type.name,
    ...(record.ownerId ? { ownerId: record.ownerId } : {}),
    ...(record.teamId ? { teamId: record.teamId } : {}),
    values: shownValues(type, record),
    words: Object.fromEntries(Object.entries(words).map(([field, all]) => [field, all.join(' ')])),
  };
  const entries = [...tokens].map(([token, fields]) => ({
    ...searchKey(token, type.name, record.id),
    ...shared,
    fields,
  }));
  const digest = createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 22);
  return { tokens: [...tokens.keys()], digest, entries };
}

/** The writes that turn what the index held of a record into what it should hold; none when that is the same. */
export function changeIndex(
  type: string,
  id: string,
  before: Indexed | undefined,
  next: IndexContent,
): Write[] {
  if (before?.digest === next.digest) return [];
  const kept = new Set(next.tokens);
  const gone = (before?.tokens ?? []).filter((token) => !kept.has(token));
  return [
    ...gone.map((token) => ({ delete: searchKey(token, type, id) })),
    ...next.entries.map((entry) => ({ put: entry })),
  ];
}

function shownValues(type: RecordType, record: RecordValues): RecordValues {
  const names = [...type.title, ...(type.subtitle ? [type.subtitle] : [])];
  const values = Object.fromEntries(
    names.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])),
  );
  // Who has no name is shown by the first e-mail.
  if (type.title.some((name) => record[name] !== undefined) || !record.emails) return values;
  const emails = record.emails as EmailValue[];
  return { ...values, emails: [emails.find(({ isPrimary }) => isPrimary) ?? emails[0]] };
}
