import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Item } from '@vinculo/platform/table/writes';
import type { CardItem } from '../records/item';
import type { Plan } from './plan';

export interface OrderedRead {
  plan: Plan;
  isDescending: boolean;
  /** The sort key of the last item of the page before. */
  after?: string | undefined;
  pageSize: number;
}

export interface Positioned {
  item: CardItem & Item;
  sortKey: string;
}

/** Reads the partitions of a plan as one list in the index's order, a page of each at a time. */
export async function* readInOrder(ctx: UserContext, read: OrderedRead): AsyncGenerator<Positioned> {
  const heads = await Promise.all(
    read.plan.partitions.map(async (partition) => {
      const source = readPartition(ctx, partition, read);
      return { source, next: await source.next() };
    }),
  );
  for (;;) {
    const best = heads.reduce<(typeof heads)[number] | undefined>((chosen, head) => {
      if (head.next.done) return chosen;
      if (!chosen || chosen.next.done) return head;
      const isBefore = head.next.value.sortKey < chosen.next.value.sortKey;
      return isBefore !== read.isDescending ? head : chosen;
    }, undefined);
    if (!best || best.next.done) return;
    yield best.next.value;
    best.next = await best.source.next();
  }
}

async function* readPartition(
  ctx: UserContext,
  partition: string,
  { plan, isDescending, after, pageSize }: OrderedRead,
): AsyncGenerator<Positioned> {
  const { index } = plan;
  const items = ctx.table.queryAll<CardItem & Item>({
    pk: partition,
    index,
    reverse: isDescending,
    limit: pageSize,
    ...(after === undefined ? {} : { sk: isDescending ? { lt: after } : { gt: after } }),
  });
  for await (const item of items) yield { item, sortKey: String(item[`${index}sk`]) };
}
