import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { timeOfId } from '@vinculo/platform/ids';
import { SEPARATOR } from '../lists/sort-key';
import type { CrmRecord } from '../types/record-type';

export type TimelineEvent = Omit<DomainEvent, 'tenantId'>;

/** Something that happened, as a source reads it; nothing to show where the actor may not see it. */
export interface Moment {
  /** Sorts as the timeline does; unique in it. */
  position: string;
  shown?: { event: TimelineEvent } | { activity: CrmRecord };
}

/** Reads moments from the newest before a position on. */
export type Source = (before: string | undefined) => AsyncGenerator<Moment>;

/** The position of an event: its id's own time, so that it agrees with the order of the table. */
export function positionOfEvent(id: string): string {
  return positionAt(timeOfId(id), id);
}

/** In lower case, as list indexes hold moments. */
export function positionAt(at: Date, id: string): string {
  return `${at.toISOString().toLowerCase()}${SEPARATOR}${id}`;
}

/** The moment of a position; none for what has no time and sorts above everything. */
export function timeOfPosition(position: string): number | undefined {
  const time = Date.parse(position.split(SEPARATOR)[0]?.toUpperCase() ?? '');
  return Number.isNaN(time) ? undefined : time;
}
