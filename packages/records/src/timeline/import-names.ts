import type { UserContext } from '@vinculo/identity/access/user-context';
import { importKey } from '../imports/keys';
import type { TimelineItem } from './timeline-item';

/** The items with the file's name, as `importName`, in each event that an import made. */
export async function withImportNames(ctx: UserContext, items: TimelineItem[]): Promise<TimelineItem[]> {
  const ids = new Set(items.map(importIdOf).filter((id) => id !== undefined));
  if (ids.size === 0) return items;
  const imports = await ctx.table.batchGet([...ids].map(importKey));
  const names = new Map(imports.map(({ sk, fileName }) => [sk, fileName]));
  return items.map((item) => {
    const importName = names.get(importIdOf(item) ?? '');
    if (item.kind !== 'event' || importName === undefined) return item;
    return { ...item, event: { ...item.event, data: { ...item.event.data, importName } } };
  });
}

function importIdOf(item: TimelineItem): string | undefined {
  const id = item.kind === 'event' ? item.event.data.importId : undefined;
  return typeof id === 'string' ? id : undefined;
}
