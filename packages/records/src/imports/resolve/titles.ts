import type { UserContext } from '@vinculo/identity/access/user-context';
import { folded, SEPARATOR, sortable } from '../../lists/sort-key';
import { type CardItem, TITLE } from '../../records/item';
import { listPartition } from '../../records/keys';
import { canReach } from '../../records/reach';
import type { EmailValue, RecordType } from '../../types/record-type';

/** Up to so many names each is looked up by itself; beyond, reading the list is cheaper. */
const FEW_NAMES = 25;
/** The most records whose names a job keeps: about 20 page reads, a few MB. */
const MOST_TITLES = 50_000;
const AT_ONCE = 16;

type Card = CardItem & { sk: string };

/** Ids by name or e-mail; several ids mean that the name alone doesn't tell. */
export type Titles = Map<string, string[]>;

/** Finds records of a type by their whole names, whatever case and accents, or by an e-mail. */
export function createTitleFinder(ctx: UserContext, type: RecordType) {
  let complete: Titles | undefined;
  let isTooMany = false;
  const isSortedByTitle = type.title.length === 1 && type.title[0] === type.indexes.sort;

  async function find(names: readonly string[]): Promise<Titles> {
    if (complete) return complete;
    if (names.length === 0) return new Map();
    if (isSortedByTitle && (names.length <= FEW_NAMES || isTooMany)) return findEach(names);
    complete = await readAll();
    if (complete) return complete;
    isTooMany = true;
    return isSortedByTitle ? findEach(names) : new Map();
  }

  /** All names of the type; undefined when they are more than a job keeps. */
  async function readAll(): Promise<Titles | undefined> {
    const titles: Titles = new Map();
    let count = 0;
    for (let shard = 0; shard < ctx.tenant.shards; shard++) {
      const pk = listPartition(type, shard);
      for await (const card of ctx.table.queryAll<Card>({ pk, index: 'gsi1' })) {
        if (++count > MOST_TITLES) return undefined;
        if (canReach(ctx, type, 'read', card)) note(titles, card);
      }
    }
    return titles;
  }

  async function findEach(names: readonly string[]): Promise<Titles> {
    const titles: Titles = new Map();
    const waiting = [...new Set(names.map(sortable))];
    const work = async () => {
      for (let prefix = waiting.pop(); prefix !== undefined; prefix = waiting.pop()) {
        await findOne(titles, prefix);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return titles;
  }

  async function findOne(titles: Titles, prefix: string): Promise<void> {
    for (let shard = 0; shard < ctx.tenant.shards; shard++) {
      const { items } = await ctx.table.query<Card>({
        pk: listPartition(type, shard),
        index: 'gsi1',
        sk: { beginsWith: prefix + SEPARATOR },
        limit: 10,
      });
      for (const card of items) if (canReach(ctx, type, 'read', card)) note(titles, card);
    }
  }

  return { find };
}

function note(titles: Titles, { pk: id, card }: Card): void {
  const emails = (card.emails as EmailValue[] | undefined) ?? [];
  for (const name of [String(card[TITLE] ?? ''), ...emails.map(({ value }) => value)]) {
    const key = folded(name);
    const known = titles.get(key);
    if (!known) titles.set(key, [id]);
    else if (!known.includes(id)) known.push(id);
  }
}
