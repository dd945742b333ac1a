import { actorOf } from '@vinculo/identity/access/actor-of';
import type { CrmRecord } from '../types/record-type';
import type { Moment, TimelineEvent } from './moment';

export type TimelineItem = { id: string; at: string; actor: TimelineEvent['actor'] } & (
  | { kind: 'event'; event: TimelineEvent }
  | { kind: 'activity'; activity: CrmRecord }
);

/** What a moment shows, if anything. */
export function toItem({ shown }: Moment): TimelineItem[] {
  if (!shown) return [];
  if ('event' in shown) {
    const { event } = shown;
    return [{ id: event.id, at: event.at, kind: 'event', actor: event.actor, event }];
  }
  const { activity } = shown;
  const at = typeof activity.at === 'string' ? activity.at : activity.createdAt;
  return [{ id: activity.id, at, kind: 'activity', actor: actorOf(activity.createdBy), activity }];
}
