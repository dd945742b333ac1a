import { fieldAccess } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { canReach, visible } from '../records/reach';
import type { SearchEntry } from '../search/entry';
import { exactPrefix, searchPartition, tokenAndIdOf } from '../search/keys';
import type { SearchHit } from '../search/search';
import { subtitleOf } from '../search/subtitle';
import type { RecordModel } from '../types/catalogue';
import type { CrmRecord, DuplicateRule, RecordType, RecordValues } from '../types/record-type';
import { titleOf } from '../types/title';
import { type Lookup, lookupsOf } from './rule-lookups';

export interface DuplicateCandidate extends SearchHit {
  /** The names of the rules that it matches. */
  matched: string[];
  /** How surely it is the same, from 0 to 1. */
  score: number;
}

export interface Duplicates {
  /** Surest first, ten at most. */
  candidates: DuplicateCandidate[];
  /** How many more match that the actor may not read. */
  hiddenCount: number;
}

const MOST_CANDIDATES = 10;
/** Records with the same rare word that one lookup looks at. */
const READ_BUDGET = 1_000;

/**
 * Records of the type that may be the same person or company as these values, by the type's rules. A rule on a field
 * that the role hides is not asked, since its answer would tell the field (S10).
 */
export async function findDuplicates(
  ctx: UserContext,
  { type }: RecordModel,
  values: RecordValues,
  excludeId?: string,
): Promise<Duplicates> {
  const isHidden = (field: string) => fieldAccess(ctx.access, type.name, field) === 'hidden';
  const rules = (type.duplicates ?? []).filter(({ fields }) => !fields.some(isHidden));
  const found = new Map<string, { entry: SearchEntry; rules: DuplicateRule[] }>();
  await Promise.all(
    rules.map(async (rule) => {
      for (const [id, entry] of await matchesOf(ctx, type, lookupsOf(type, rule, values))) {
        if (id === excludeId) continue;
        const known = found.get(id);
        if (known) known.rules.push(rule);
        else found.set(id, { entry, rules: [rule] });
      }
    }),
  );
  const all = [...found.entries()];
  const readable = all.filter(([, { entry }]) => canReach(ctx, type, 'read', entry));
  return {
    candidates: readable
      .map(([id, match]) => toCandidate(ctx, type, id, match))
      .sort((left, right) => right.score - left.score)
      .slice(0, MOST_CANDIDATES),
    hiddenCount: all.length - readable.length,
  };
}

/** The records that every part of a rule finds. */
async function matchesOf(
  ctx: UserContext,
  type: RecordType,
  parts: Lookup[][],
): Promise<Map<string, SearchEntry>> {
  const found = await Promise.all(
    parts.map((part) => Promise.all(part.map((one) => lookUp(ctx, type, one)))),
  );
  const [first = new Map<string, SearchEntry>(), ...rest] = found.map(
    (maps) => new Map(maps.flatMap((map) => [...map])),
  );
  return new Map([...first].filter(([id]) => rest.every((map) => map.has(id))));
}

async function lookUp(
  ctx: UserContext,
  type: RecordType,
  { token, accepts }: Lookup,
): Promise<Map<string, SearchEntry>> {
  const entries = ctx.table.queryAll<SearchEntry>({
    pk: searchPartition(token),
    sk: { beginsWith: exactPrefix(token, type.name) },
    limit: 250,
  });
  const found = new Map<string, SearchEntry>();
  let looked = 0;
  for await (const entry of entries) {
    if (accepts(entry)) found.set(tokenAndIdOf(entry.sk).id, entry);
    if (++looked === READ_BUDGET) break;
  }
  return found;
}

function toCandidate(
  ctx: UserContext,
  type: RecordType,
  id: string,
  { entry, rules }: { entry: SearchEntry; rules: DuplicateRule[] },
): DuplicateCandidate {
  const values = visible(ctx, type, entry.values as CrmRecord);
  const subtitle = subtitleOf(type, values, ctx.locale);
  // Each rule that matches leaves that much less room for chance.
  const doubt = rules.reduce((left, rule) => left * (1 - weightOf(type, rule)), 1);
  const order = (type.duplicates ?? []).map(({ name }) => name);
  return {
    id,
    type: type.name,
    title: titleOf(type, values),
    ...(subtitle ? { subtitle } : {}),
    matched: rules.map(({ name }) => name).sort((left, right) => order.indexOf(left) - order.indexOf(right)),
    score: Math.round((1 - doubt) * 100) / 100,
  };
}

/** An address is one person's, a phone may be a household's, a name is anybody's. */
function weightOf(type: RecordType, { fields }: DuplicateRule): number {
  const kinds = fields.map((field) => type.fields[field]?.kind);
  if (kinds.includes('emails')) return 0.95;
  return kinds.includes('phones') ? 0.85 : 0.7;
}
