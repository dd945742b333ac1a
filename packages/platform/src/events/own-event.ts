import type { TenantContext } from '../context';
import type { DomainEvent } from './envelope';
import { TIMER_DUE } from './timer-due';

/**
 * Throws unless the event is one of its tenant's: what travels says whose it is, and the tenant's own partition has to
 * agree (T4). An event is in the outbox that it came from; a timer, which is not kept, has a subject with a history.
 */
export async function requireOwnEvent({ table }: TenantContext, event: DomainEvent): Promise<void> {
  const { id, type, tenantId, subject } = event;
  const isKnown =
    type === TIMER_DUE
      ? async (consistent: boolean) =>
          (await table.query({ pk: subject.id, limit: 1, consistent })).items.length > 0
      : async (consistent: boolean) =>
          (await table.get({ pk: subject.id, sk: `event#${id}` }, { consistent })) !== undefined;
  // A copy that lags behind the stream is asked again, of the one that can't.
  if ((await isKnown(false)) || (await isKnown(true))) return;
  throw new Error(`The event ${id} (${type}) is not one of ${tenantId}'s.`);
}
