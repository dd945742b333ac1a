import { newEventId } from '../ids';
import type { Timer } from '../ports/schedules';
import type { DomainEvent } from './envelope';

export const TIMER_DUE = 'timer.due';

/** The event that a timer becomes. Made when the timer is set, so that each delivery of it has the same id. */
export function timerDueEvent({ tenantId, name, at, timer, subject }: Timer): DomainEvent {
  return {
    id: newEventId(at),
    type: TIMER_DUE,
    version: 1,
    tenantId,
    at: at.toISOString(),
    actor: { kind: 'system', id: 'timer' },
    subject,
    data: { timer, name },
  };
}
