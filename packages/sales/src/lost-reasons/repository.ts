import type { TenantContext } from '@vinculo/platform/context';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import type { Item, Key } from '@vinculo/platform/table/writes';
import type { LostReason } from './schema';

interface LostReasonsItem extends Item {
  kind: 'lost_reasons';
  reasons: LostReason[];
}

const key: Key = { pk: 'lost-reasons', sk: 'list' };

export async function readReasons(ctx: TenantContext): Promise<LostReason[] | undefined> {
  const item = await ctx.table.get<LostReasonsItem>(key);
  return item?.reasons;
}

export async function writeReasons(
  ctx: TenantContext,
  reasons: LostReason[],
  event: NewEvent,
): Promise<void> {
  const item: LostReasonsItem = { ...key, kind: 'lost_reasons', reasons };
  await commit(ctx, [{ put: item }], [event]);
}
