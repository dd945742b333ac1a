import { fieldAccess } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { canReach, levelOf, visible } from '../records/reach';
import type { Catalogue } from '../types/catalogue';
import type { CrmRecord, RecordType } from '../types/record-type';
import { titleOf } from '../types/title';
import type { SearchEntry } from './entry';
import { searchPartition, tokenAndIdOf } from './keys';
import { parseSearch, type SearchTerms } from './query';
import { rankOf } from './rank';
import { subtitleOf } from './subtitle';

export interface SearchHit {
  id: string;
  type: string;
  title: string;
  subtitle?: string;
}

export interface SearchOptions {
  /** All that the actor may read when absent. */
  types?: readonly string[] | undefined;
  limit?: number | undefined;
}

/** Entries read at first, and then at a time while rights or further words leave too few. */
const FIRST_PAGE = 100;
const FURTHER_PAGE = 500;
/** Entries that one search may look at (T9). What is beyond is found by typing more. */
const READ_BUDGET = 2_000;

/** Records that the actor may read with words that begin so; exact words before others, names before other fields. */
export async function searchRecords(
  ctx: UserContext,
  catalogue: Catalogue,
  text: string,
  { types, limit = 20 }: SearchOptions = {},
): Promise<SearchHit[]> {
  const terms = parseSearch(text);
  if (!terms) return [];
  const readable = catalogue.models
    .map(({ type }) => type)
    .filter((type) => (!types || types.includes(type.name)) && levelOf(ctx, type, 'read') !== 'none');
  const search = { ctx, types: new Map(readable.map((type) => [type.name, type])), limit };
  const found = await find(search, terms);
  if (found.length > 0 || !terms.fallback) return found;
  return find(search, { driving: terms.fallback, others: [] });
}

interface Search {
  ctx: UserContext;
  types: Map<string, RecordType>;
  limit: number;
}

type Ranked = SearchHit & { rank: number };

async function find({ ctx, types, limit }: Search, terms: SearchTerms): Promise<SearchHit[]> {
  const hits = new Map<string, Ranked>();
  let looked = 0;
  let startKey: Record<string, string> | undefined;
  do {
    const page = await ctx.table.query<SearchEntry>({
      pk: searchPartition(terms.driving),
      sk: { beginsWith: terms.driving },
      limit: Math.max(limit, looked === 0 ? FIRST_PAGE : FURTHER_PAGE),
      startKey,
    });
    for (const entry of page.items) {
      const type = types.get(entry.type);
      const hit = type && judge(ctx, type, entry, terms);
      if (hit && hit.rank < (hits.get(hit.id)?.rank ?? Number.POSITIVE_INFINITY)) hits.set(hit.id, hit);
    }
    looked += page.items.length;
    startKey = page.lastKey;
  } while (startKey && hits.size < limit && looked < READ_BUDGET);
  return [...hits.values()]
    .sort((left, right) => left.rank - right.rank)
    .slice(0, limit)
    .map(({ rank: _, ...hit }) => hit);
}

/** A hit, unless the actor may not read the record, or a hidden field or a missing word speaks against it. */
function judge(
  ctx: UserContext,
  type: RecordType,
  entry: SearchEntry,
  { driving, others }: SearchTerms,
): Ranked | undefined {
  if (!canReach(ctx, type, 'read', entry)) return undefined;
  const isVisible = (field: string) => fieldAccess(ctx.access, type.name, field) !== 'hidden';
  const fields = entry.fields.filter(isVisible);
  if (fields.length === 0) return undefined;
  if (others.length > 0) {
    const words = Object.entries(entry.words).flatMap(([field, text]) =>
      isVisible(field) ? text.split(' ') : [],
    );
    if (!others.every((other) => words.some((word) => word.startsWith(other)))) return undefined;
  }
  const { token, id } = tokenAndIdOf(entry.sk);
  const values = visible(ctx, type, entry.values as CrmRecord);
  const title = titleOf(type, values);
  const subtitle = subtitleOf(type, values, ctx.locale);
  const rank = rankOf({ type, token, fields, title, driving, others });
  return { id, type: type.name, title, ...(subtitle ? { subtitle } : {}), rank };
}
