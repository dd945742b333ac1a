import type { UserContext } from '@vinculo/identity/access/user-context';
import type { IndexName } from '@vinculo/platform/table/schema';
import type { Item } from '@vinculo/platform/table/writes';
import { type CardItem, fromItem, type RecordItem } from '../records/item';
import { lookupPartition, recordKey } from '../records/keys';
import { canReach, visible } from '../records/reach';
import type { RecordType } from '../types/record-type';
import type { Source } from './moment';

/** Records of another type that tell what happened with this one, by the field that points here, newest first. */
export function activitiesOf(
  ctx: UserContext,
  type: RecordType,
  by: string,
  recordId: string,
  pageSize: number,
): Source {
  const index: IndexName = type.indexes.by?.[0] === by ? 'gsi3' : 'gsi4';
  return async function* (before) {
    let startKey: Record<string, string> | undefined;
    do {
      const page = await ctx.table.query<CardItem & Item>({
        pk: lookupPartition(type, by, recordId),
        index,
        reverse: true,
        limit: pageSize,
        startKey,
        ...(before === undefined ? {} : { sk: { lt: before } }),
      });
      const wholes = await readWholes(ctx, type, page.items);
      for (const item of page.items) {
        const whole = wholes.get(item.pk);
        const position = String(item[`${index}sk`]);
        yield {
          position,
          ...(whole ? { shown: { activity: visible(ctx, type, fromItem(whole)) } } : {}),
        };
      }
      startKey = page.lastKey;
    } while (startKey);
  };
}

/** Indexes don't carry the text of a note, so those that the actor may read are read whole, together. */
async function readWholes(
  ctx: UserContext,
  type: RecordType,
  cards: readonly CardItem[],
): Promise<Map<string, RecordItem>> {
  const readable = cards.filter((card) => canReach(ctx, type, 'read', card));
  const items = await ctx.table.batchGet<RecordItem>(readable.map(({ pk }) => recordKey(pk)));
  const live = items.filter((item) => !item.deletedAt && canReach(ctx, type, 'read', item));
  return new Map(live.map((item) => [item.pk, item]));
}
