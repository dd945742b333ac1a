import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { projectAll } from '@vinculo/platform/events/project-all';
import { type Projection, project } from '@vinculo/platform/events/projection';
import { fromItem, type RecordItem } from '../records/item';
import { recordKey } from '../records/keys';
import type { Catalogue } from '../types/catalogue';
import type { RecordType } from '../types/record-type';
import { changeIndex, type IndexContent, type Indexed, indexContentOf, NOTHING_INDEXED } from './entry';

const GONE: number = Number.MAX_SAFE_INTEGER;

/** Makes the search index match the records that an event tells of. Other events are none of its business. */
export async function refreshSearch(
  ctx: TenantContext,
  catalogue: Catalogue,
  event: DomainEvent,
): Promise<void> {
  if (event.type === 'records.imported') {
    const ids = (event.data.ids as string[] | undefined) ?? [];
    const model = catalogue.find(String(event.data.recordType));
    if (model) await refreshMany(ctx, model.type, ids);
    return;
  }
  const model = catalogue.find(event.subject.type);
  if (!model || !isRelevant(model.type, event)) return;
  const item = await ctx.table.get<RecordItem>(recordKey(event.subject.id));
  await project(ctx, projectionOf(model.type, event.subject.id, item));
}

/** The same for many records of one type, packed into as few transactions as they fit in. */
export async function refreshMany(
  ctx: TenantContext,
  type: RecordType,
  ids: readonly string[],
): Promise<void> {
  const items = await ctx.table.batchGet<RecordItem>([...new Set(ids)].map(recordKey), { consistent: true });
  const found = new Map(items.map((item) => [item.pk, item]));
  await projectAll(
    ctx,
    ids.map((id) => projectionOf(type, id, found.get(id))),
  );
}

/** What is stored says what to show, never the event: so events may come twice, late or in any order (D5, D6). */
function projectionOf(type: RecordType, id: string, item: RecordItem | undefined): Projection<Indexed> {
  const isShown = item !== undefined && !item.deletedAt;
  const content: IndexContent = isShown ? indexContentOf(type, fromItem(item)) : NOTHING_INDEXED;
  const { entries: _, ...next } = content;
  return {
    name: 'search',
    subjectId: id,
    version: item?.version ?? GONE,
    next,
    change: (before) => changeIndex(type.name, id, before, content),
  };
}

/** Most changes touch nothing that is searched or shown; they cost no read. */
function isRelevant(type: RecordType, event: DomainEvent): boolean {
  const { changes } = event.data;
  if (!event.type.endsWith('.updated') || typeof changes !== 'object' || changes === null) return true;
  const shown = [...type.search, ...type.title, type.subtitle, 'ownerId', 'teamId'];
  return Object.keys(changes).some((name) => shown.includes(name));
}
