import type { UserContext } from '@vinculo/identity/access/user-context';
import type { CrmRecord, RecordType } from '../types/record-type';
import { SYSTEM_FIELDS } from '../types/system-fields';
import { type RecordItem, TITLE } from './item';
import { readNamed } from './references';

const NAMED_KINDS = new Set(['reference', 'user', 'team']);

/** The display names of everything that these records point to, by id: one batch read for a page. */
export async function namesIn(
  ctx: UserContext,
  type: RecordType,
  records: readonly CrmRecord[],
  fields?: readonly string[],
): Promise<Record<string, string>> {
  const pointing = Object.entries({ ...type.fields, ...SYSTEM_FIELDS })
    .filter(([name, field]) => NAMED_KINDS.has(field.kind) && (!fields || fields.includes(name)))
    .map(([name]) => name);
  const ids = records.flatMap((record) =>
    pointing.flatMap((name) => (typeof record[name] === 'string' ? [record[name]] : [])),
  );
  return namesOf(ctx, ids);
}

/** The display names of records, users and teams; ids that name nothing in the tenant are left out. */
export async function namesOf(ctx: UserContext, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const items = await readNamed(ctx, ids);
  return Object.fromEntries(
    [...items].map(([id, item]) => [
      id,
      String(item.kind === 'record' ? (item as RecordItem).card[TITLE] : item.name),
    ]),
  );
}
