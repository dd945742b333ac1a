import type { UserContext } from '@vinculo/identity/access/user-context';
import { openCursor, sealCursor } from '@vinculo/platform/http/cursor';
import { fromItem, type RecordItem } from '../records/item';
import { recordKey } from '../records/keys';
import { namesOf } from '../records/names';
import { canReach } from '../records/reach';
import { getRecord } from '../records/service';
import type { Catalogue, RecordModel } from '../types/catalogue';
import type { CrmRecord, RecordType } from '../types/record-type';
import { titleOf } from '../types/title';
import { activitiesOf } from './activities-source';
import { eventsOf } from './events-source';
import { idsIn } from './ids-in';
import { withImportNames } from './import-names';
import { mergeNewest } from './merge';
import type { Source } from './moment';
import { type TimelineItem, toItem } from './timeline-item';

export interface TimelinePage {
  items: TimelineItem[];
  nextCursor: string | null;
  names: Record<string, string>;
}

/** Everything that happened with a record on any channel, newest first. Throws 404 as `getRecord` does. */
export async function readTimeline(
  ctx: UserContext,
  catalogue: Catalogue,
  model: RecordModel,
  id: string,
  { limit = 30, cursor }: { limit?: number | undefined; cursor?: string | undefined } = {},
): Promise<TimelinePage> {
  const scope = { timeline: id };
  const before = cursor === undefined ? undefined : String(openCursor(ctx.tenant.secret, scope, cursor));
  const record = await getRecord(ctx, model, id);
  const sources = await sourcesOf(ctx, catalogue, model.type, record, limit + 1);
  const { moments, next } = await mergeNewest(sources, before, limit);
  const items = await withImportNames(ctx, moments.flatMap(toItem));
  return {
    items,
    nextCursor: next === undefined ? null : sealCursor(ctx.tenant.secret, scope, next),
    names: { ...(await namesOf(ctx, mentionedIn(items, id))), [id]: titleOf(model.type, record) },
  };
}

/** The record's own story, and that of what it came from. */
async function sourcesOf(
  ctx: UserContext,
  catalogue: Catalogue,
  type: RecordType,
  record: CrmRecord,
  pageSize: number,
): Promise<Source[]> {
  const earlier = await earlierRecords(ctx, catalogue, type, record);
  return [{ type, record }, ...earlier].flatMap((part) => [
    eventsOf(ctx, part.type, part.record, pageSize),
    ...(part.type.relations ?? []).flatMap(({ type: name, by }) => {
      const other = catalogue.find(name)?.type;
      // What lives on other records is what happened with them.
      return other?.isSecondary ? [activitiesOf(ctx, other, by, part.record.id, pageSize)] : [];
    }),
  ]);
}

/** The records whose history this one continues, as the lead that a contact was, so far as the actor may read them. */
async function earlierRecords(
  ctx: UserContext,
  catalogue: Catalogue,
  type: RecordType,
  record: CrmRecord,
): Promise<Array<{ type: RecordType; record: CrmRecord }>> {
  const ids = Object.entries(type.fields).flatMap(([name, field]) =>
    field.kind === 'reference' && field.continues && typeof record[name] === 'string' ? [record[name]] : [],
  );
  if (ids.length === 0) return [];
  const items = await ctx.table.batchGet<RecordItem>(ids.map(recordKey));
  return items.flatMap((item) => {
    const earlier = catalogue.find(item.type)?.type;
    const isReadable = earlier && canReach(ctx, earlier, 'read', item);
    return isReadable ? [{ type: earlier, record: fromItem(item) }] : [];
  });
}

/** The ids of what the items tell of, less what they are themselves. */
function mentionedIn(items: readonly TimelineItem[], recordId: string): string[] {
  const known = new Set([recordId, ...items.map(({ id }) => id)]);
  return idsIn(items).filter((id) => !known.has(id));
}
