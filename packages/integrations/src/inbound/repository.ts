import type { TenantContext } from '@vinculo/platform/context';
import { isIdOf } from '@vinculo/platform/ids';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { InboundHookItem } from './items';
import { INBOUND_HOOK_PREFIX, INBOUND_HOOKS, inboundHookKey } from './keys';

export async function findInboundHook(ctx: TenantContext, id: string): Promise<InboundHookItem | undefined> {
  return isIdOf('hok', id) ? ctx.table.get<InboundHookItem>(inboundHookKey(id)) : undefined;
}

/** Every hook, newest first. */
export async function listInboundHookItems(ctx: TenantContext): Promise<InboundHookItem[]> {
  const items: InboundHookItem[] = [];
  const all = ctx.table.queryAll<InboundHookItem>({
    pk: INBOUND_HOOKS,
    sk: { beginsWith: INBOUND_HOOK_PREFIX },
    reverse: true,
    consistent: true,
  });
  for await (const item of all) items.push(item);
  return items;
}

/** Notes that a hook was used. Of messages at the same time one does; a hook that changed meanwhile is left alone. */
export async function noteHookUse(
  ctx: TenantContext,
  { sk, version, lastUsedAt }: InboundHookItem,
): Promise<void> {
  const set = { lastUsedAt: ctx.clock.now().toISOString() };
  try {
    await ctx.table.transact([{ update: inboundHookKey(sk), set, if: { equals: { version, lastUsedAt } } }]);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
  }
}
