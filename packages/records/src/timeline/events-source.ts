import { actorOf } from '@vinculo/identity/access/actor-of';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { lowestEventId } from '@vinculo/platform/ids';
import type { Item } from '@vinculo/platform/table/writes';
import type { CrmRecord, RecordType } from '../types/record-type';
import {
  type Moment,
  positionAt,
  positionOfEvent,
  type Source,
  type TimelineEvent,
  timeOfPosition,
} from './moment';
import { visibleEvent } from './visible-event';

interface EventItem extends Item {
  event: TimelineEvent;
}

/** What happened to a record itself: its event items, and for an imported one the import that created it. */
export function eventsOf(ctx: UserContext, type: RecordType, record: CrmRecord, pageSize: number): Source {
  return async function* (before) {
    const items = ctx.table.queryAll<EventItem>({
      pk: record.id,
      sk: { between: ['event#', upperBound(before)] },
      reverse: true,
      limit: pageSize,
    });
    for await (const { event } of items) {
      const position = positionOfEvent(event.id);
      if (before !== undefined && position >= before) continue;
      const shown = visibleEvent(ctx, event);
      yield { position, ...(shown ? { shown: { event: shown } } : {}) };
    }
    const imported = await importOf(ctx, type, record);
    if (imported && (before === undefined || imported.position < before)) yield imported;
  };
}

/** The last key that a page before a position may need. Events of the same millisecond are told apart afterwards. */
function upperBound(before: string | undefined): string {
  const time = before === undefined ? undefined : timeOfPosition(before);
  return time === undefined ? 'event#~' : `event#${lowestEventId(new Date(time + 1))}`;
}

/** An import writes one event for many records, so the creation of each is told from the record. */
async function importOf(ctx: UserContext, type: RecordType, record: CrmRecord): Promise<Moment | undefined> {
  const { importId } = record;
  if (typeof importId !== 'string') return undefined;
  const oldest = await ctx.table.query<EventItem>({ pk: record.id, sk: { beginsWith: 'event#' }, limit: 1 });
  if (oldest.items[0]?.event.type === `${type.name}.created`) return undefined;
  const event: TimelineEvent = {
    id: `created_${record.id}`,
    type: `${type.name}.created`,
    version: 1,
    at: record.createdAt,
    actor: actorOf(record.createdBy),
    subject: { type: type.name, id: record.id, version: 1 },
    data: { importId },
  };
  // Below every event of the record, whatever their milliseconds.
  return { position: positionAt(new Date(record.createdAt), ''), shown: { event } };
}
