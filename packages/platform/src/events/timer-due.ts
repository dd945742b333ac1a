import { newId } from '../ids';
import type { Timer } from '../ports/schedules';
import type { DomainEvent } from './envelope';

export const TIMER_DUE = 'timer.due';

/** The event that a timer becomes. Made when the timer is set, so that each delivery of it has the same id. */
export function timerDueEvent({ tenantId, name, at, timer, subject }: Timer): DomainEvent {
  return {
    // Not from the monotonic factory: a time far ahead would make every later event of this process sort after it.
    id: newId('evt', at),
    type: TIMER_DUE,
    version: 1,
    tenantId,
    at: at.toISOString(),
    actor: { kind: 'system', id: 'timer' },
    subject,
    data: { timer, name },
  };
}
