import type { TenantContext } from '@vinculo/platform/context';
import { ConflictError, NotFoundError } from '@vinculo/platform/errors';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import { isIdOf } from '@vinculo/platform/ids';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import type { ImportItem, LayoutItem } from './items';
import { IMPORTS, importKey, layoutKey } from './keys';
import type { ImportStatus } from './schema';

const KEPT_SECONDS = 30 * 86_400;

export async function findImport(ctx: TenantContext, id: string): Promise<ImportItem | undefined> {
  const item = isIdOf('imp', id) ? await ctx.table.get<ImportItem>(importKey(id)) : undefined;
  return item && item.expiresAt * 1000 > ctx.clock.now().getTime() ? item : undefined;
}

export async function readImport(ctx: TenantContext, id: string): Promise<ImportItem> {
  const item = await findImport(ctx, id);
  if (!item) throw new NotFoundError();
  return item;
}

export async function readLayout(ctx: TenantContext, id: string): Promise<LayoutItem> {
  const layout = await ctx.table.get<LayoutItem>(layoutKey(id));
  if (!layout) throw new Error(`Import ${id} has no layout`);
  return layout;
}

/** A page of the imports, newest first. */
export async function listImports(ctx: TenantContext, limit: number, before: string | undefined) {
  return ctx.table.query<ImportItem>({
    pk: IMPORTS,
    reverse: true,
    limit,
    consistent: true,
    ...(before === undefined ? {} : { sk: { lt: before } }),
  });
}

export interface ImportChange {
  set: Partial<ImportItem>;
  remove?: (keyof ImportItem)[];
  event?: NewEvent | undefined;
  writes?: Write[];
}

/**
 * Changes an import that is as `item` says. Throws 409 `import.changed` when it has moved on meanwhile, and writes
 * nothing then.
 */
export async function changeImport(
  ctx: TenantContext,
  item: ImportItem,
  { set, remove = [], event, writes = [] }: ImportChange,
): Promise<ImportItem> {
  const changes = { ...set, version: item.version + 1, expiresAt: keptUntil(ctx) };
  const change: Write = {
    update: importKey(item.sk),
    set: changes,
    if: { equals: { version: item.version } },
    ...(remove.length > 0 ? { remove: remove.map(String) } : {}),
  };
  try {
    await commit(ctx, [change, ...writes], event ? [event] : []);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    throw new ConflictError('import.changed', 'The import has moved on meanwhile.', { cause: error });
  }
  const changed = { ...item, ...changes };
  for (const name of remove) Reflect.deleteProperty(changed, name);
  return changed;
}

export function keptUntil(ctx: TenantContext): number {
  return Math.floor(ctx.clock.now().getTime() / 1000) + KEPT_SECONDS;
}

/** Throws 409 `import.wrong_status` unless the import is in one of these. */
export function requireStatus(item: ImportItem, ...statuses: ImportStatus[]): void {
  if (statuses.includes(item.status)) return;
  throw new ConflictError('import.wrong_status', `The import is ${item.status}.`, {
    extra: { importStatus: item.status },
  });
}
