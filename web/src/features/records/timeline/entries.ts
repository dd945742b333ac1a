import type { EventEnvelope, RecordData, TimelineItem } from '@vinculo/client/types';
import { dayIn } from '../../../lib/zoned-time';

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

interface EntryBase {
  id: string;
  at: string;
  actor: EventEnvelope['actor'];
}

export type Entry = EntryBase &
  (
    | { kind: 'activity'; activity: RecordData }
    | { kind: 'changes'; subject: EventEnvelope['subject']; changes: FieldChange[] }
    | { kind: 'stage'; from: string | undefined; to: string; ms: number | undefined }
    | { kind: 'converted'; ids: string[] }
    | {
        kind: 'created' | 'deleted' | 'restored';
        subject: EventEnvelope['subject'];
        importName: string | undefined;
      }
    | { kind: 'other'; type: string }
  );

/** Edits by one person within this time read as one: nobody thinks of typing three fields as three events. */
const TOGETHER_MS = 15 * 60_000;

/** The timeline's items as they are told, newest first. */
export function toEntries(items: readonly TimelineItem[]): Entry[] {
  const entries: Entry[] = [];
  const moved = stageMoves(items);
  for (const item of items) {
    const entry = toEntry(item, moved);
    const last = entries.at(-1);
    if (!entry) continue;
    if (last && isSameEdit(last, entry)) entries[entries.length - 1] = folded(last, entry);
    else entries.push(entry);
  }
  return entries;
}

export interface Day {
  /** `2026-11-24` in the company's zone. */
  date: string;
  entries: Entry[];
}

export interface Agenda {
  /** Soonest first: what is still to come or to do. */
  upcoming: Entry[];
  days: Day[];
}

/** What is ahead, then the days back from today. */
export function byDay(entries: readonly Entry[], timeZone: string, now: string): Agenda {
  const isAhead = (entry: Entry) =>
    entry.kind === 'activity' &&
    (entry.at > now || isOpenTask(entry.activity)) &&
    entry.activity.isDone !== true;
  const days: Day[] = [];
  for (const entry of entries.filter((one) => !isAhead(one))) {
    const date = dayIn(entry.at, timeZone);
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return {
    upcoming: entries.filter(isAhead).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    days,
  };
}

export function isOpenTask(activity: RecordData): boolean {
  return activity.kind === 'task' && activity.isDone !== true;
}

function toEntry(item: TimelineItem, moved: ReadonlySet<string>): Entry | null {
  const { id, at, actor, activity, event } = item;
  if (activity) return { id, at, actor, kind: 'activity', activity };
  if (!event) return null;
  const base = { id, at, actor };
  const data = asObject(event.data);
  const verb = event.type.slice(event.type.indexOf('.') + 1);
  switch (verb) {
    case 'created':
    case 'deleted':
    case 'restored':
      return { ...base, kind: verb, subject: event.subject, importName: asText(data.importName) };
    case 'updated': {
      const changes = changesOf(data, moved.has(at));
      return changes.length > 0 ? { ...base, kind: 'changes', subject: event.subject, changes } : null;
    }
    case 'stage_changed':
      return {
        ...base,
        kind: 'stage',
        from: asText(data.from),
        to: asText(data.to) ?? '',
        ms: asNumber(data.msInPreviousStage),
      };
    case 'converted':
      return {
        ...base,
        kind: 'converted',
        ids: [data.accountId, data.contactId, data.opportunityId].filter((one) => typeof one === 'string'),
      };
    default:
      return { ...base, kind: 'other', type: event.type };
  }
}

/** What a move of stage changes by itself is told by the move. */
const TOLD_BY_MOVE = new Set([
  'stageId',
  'pipelineId',
  'stageEnteredAt',
  'status',
  'probability',
  'closedOn',
  'closedRate',
  'closedRateOn',
  'closedCurrency',
  'isProbabilityManual',
]);

function changesOf(data: Record<string, unknown>, isMove: boolean): FieldChange[] {
  return Object.entries(asObject(data.changes)).flatMap(([field, change]) => {
    if (isMove && TOLD_BY_MOVE.has(field)) return [];
    const { before, after } = asObject(change);
    return [{ field, before, after }];
  });
}

/** The moments at which a deal moved: the same transaction wrote the change of the field. */
function stageMoves(items: readonly TimelineItem[]): ReadonlySet<string> {
  return new Set(items.filter(({ event }) => event?.type.endsWith('.stage_changed')).map(({ at }) => at));
}

function isSameEdit(newer: Entry, older: Entry): boolean {
  return (
    newer.kind === 'changes' &&
    older.kind === 'changes' &&
    newer.actor.id === older.actor.id &&
    newer.subject.id === older.subject.id &&
    Date.parse(newer.at) - Date.parse(older.at) < TOGETHER_MS
  );
}

/** From the older one's first state to the newer one's last; a field that came back to where it was is left out. */
function folded(newer: Entry, older: Entry): Entry {
  if (newer.kind !== 'changes' || older.kind !== 'changes') return newer;
  const changes = new Map(older.changes.map((change) => [change.field, change]));
  for (const { field, before, after } of newer.changes) {
    changes.set(field, {
      field,
      before: changes.get(field)?.before ?? (changes.has(field) ? undefined : before),
      after,
    });
  }
  const real = [...changes.values()].filter(
    ({ before, after }) => JSON.stringify(before) !== JSON.stringify(after),
  );
  return { ...newer, changes: real.length > 0 ? real : newer.changes };
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
