import type { UserContext } from '@vinculo/identity/access/user-context';
import type { CrmRecord, RecordType } from '../types/record-type';
import { SYSTEM_FIELDS } from '../types/system-fields';
import { type RecordItem, TITLE } from './item';
import { canReach } from './reach';
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

/**
 * The display names of records, users, teams and API keys. What names nothing in the tenant, and records that the actor may not
 * read, are left out (S11).
 */
export async function namesOf(ctx: UserContext, ids: readonly string[]): Promise<Record<string, string>> {
  const { actor, actorName } = ctx;
  // Most people mostly see what is their own, which costs no read.
  const known = actorName !== undefined && ids.includes(actor.id) ? { [actor.id]: actorName } : {};
  const others = ids.filter((id) => !(id in known));
  if (others.length === 0) return known;
  const items = await readNamed(ctx, others);
  const read = Object.fromEntries(
    [...items].flatMap(([id, item]) => {
      const name = item.kind === 'record' ? nameOfRecord(ctx, item as RecordItem) : item.name;
      return name === undefined ? [] : [[id, String(name)]];
    }),
  );
  return { ...known, ...read };
}

function nameOfRecord(ctx: UserContext, item: RecordItem): string | undefined {
  if (!canReach(ctx, { name: item.type }, 'read', item)) return undefined;
  const title = String(item.card[TITLE]);
  const rules = ctx.access.fields[item.type];
  return rules ? withoutHidden(title, item, rules) : title;
}

/** A title is made of fields: what the role hides is cut out of it again (S10). */
function withoutHidden(title: string, { card, data }: RecordItem, rules: Record<string, string>): string {
  const values: Record<string, unknown> = { ...data, ...card };
  const hidden = Object.keys(rules).filter((field) => rules[field] === 'hidden');
  const texts = hidden.flatMap((field) => textsIn(values[field]));
  return texts.reduce((left, text) => left.replaceAll(` ${text} `, ' '), ` ${title} `).trim();
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
