import { fieldAccess } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { canReach, levelOf, visible } from '../records/reach';
import type { Catalogue } from '../types/catalogue';
import type { CrmRecord, RecordType } from '../types/record-type';
import { titleOf } from '../types/title';
import { isCommonWord } from './common-words';
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
const FIRST_PAGE = 50;
const FURTHER_PAGE = 250;
/** Entries that one search may look at (T9). What is beyond is found by typing more. */
const READ_BUDGET = 2_000;
/** How many of the words are tried at once to see which is rare. */
const MOST_TRIED = 3;

/** Records that the actor may read with words that begin so; exact words before others, names before other fields. */
export async function searchRecords(
  ctx: UserContext,
  catalogue: Catalogue,
  text: string,
  { types, limit = 20 }: SearchOptions = {},
): Promise<SearchHit[]> {
  const parsed = parseSearch(text);
  if (!parsed) return [];
  const readable = catalogue.models
    .map(({ type }) => type)
    .filter((type) => (!types || types.includes(type.name)) && levelOf(ctx, type, 'read') !== 'none');
  const search = { ctx, types: new Map(readable.map((type) => [type.name, type])), limit };
  const found = (await Promise.all(parsed.readings.map((terms) => find(search, terms)))).flat();
  for (const terms of parsed.fallbacks) {
    if (found.length === 0) found.push(...(await find(search, terms)));
  }
  return best(found).slice(0, limit);
}

/** Each record once, by what speaks best for it. */
function best(found: Ranked[]): SearchHit[] {
  const distinct = new Map<string, SearchHit>();
  for (const { rank: _, ...hit } of found.toSorted((left, right) => left.rank - right.rank)) {
    if (!distinct.has(hit.id)) distinct.set(hit.id, hit);
  }
  return [...distinct.values()];
}

interface Search {
  ctx: UserContext;
  types: Map<string, RecordType>;
  limit: number;
}

type Ranked = SearchHit & { rank: number };

async function find({ ctx, types, limit }: Search, terms: SearchTerms): Promise<Ranked[]> {
  const hits = new Map<string, Ranked>();
  for await (const { word, entries } of pagesOf(ctx, terms, limit)) {
    const others = [terms.driving, ...terms.others].filter((other) => other !== word);
    for (const entry of entries) {
      const type = types.get(entry.type);
      const hit = type && judge(ctx, type, entry, { driving: word, others });
      if (hit && hit.rank < (hits.get(hit.id)?.rank ?? Number.POSITIVE_INFINITY)) hits.set(hit.id, hit);
    }
    if (hits.size >= limit) break;
  }
  return [...hits.values()];
}

/** The entries of one of the words: of a rare one, if a first page of each shows one, else of the longest. */
async function* pagesOf(
  ctx: UserContext,
  { driving, others }: SearchTerms,
  limit: number,
): AsyncGenerator<{ word: string; entries: SearchEntry[] }> {
  // Common words have no entries of their own.
  const tried = [driving, ...others.filter((word) => !isCommonWord(word))].slice(0, MOST_TRIED);
  const firsts = await Promise.all(
    tried.map(async (word) => ({ word, page: await readPage(ctx, word, Math.max(limit, FIRST_PAGE)) })),
  );
  const chosen = firsts.find(({ page }) => !page.lastKey) ?? firsts[0];
  if (!chosen) return;
  const { word } = chosen;
  let { page } = chosen;
  let looked = page.items.length;
  yield { word, entries: page.items };
  while (page.lastKey && looked < READ_BUDGET) {
    page = await readPage(ctx, word, FURTHER_PAGE, page.lastKey);
    looked += page.items.length;
    yield { word, entries: page.items };
  }
}

function readPage(ctx: UserContext, word: string, limit: number, startKey?: Record<string, string>) {
  return ctx.table.query<SearchEntry>({
    pk: searchPartition(word),
    sk: { beginsWith: word },
    limit,
    startKey,
  });
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
