import type { TenantContext } from '../context';
import { InProgressError } from '../errors';
import type { Subject } from '../idempotency/claim';
import { newEventId } from '../ids';
import { ConditionFailedError } from '../table/failures';
import type { Item, Write } from '../table/writes';
import type { DomainEvent } from './envelope';

export interface NewEvent {
  type: string;
  subject: DomainEvent['subject'];
  data: Record<string, unknown>;
  /** Also listed in the tenant's audit log. */
  isAudited?: boolean;
}

/**
 * Writes a change and its events in one transaction: the event item is outbox, timeline and audit log at once (D4).
 * Throws `ConditionFailedError`, whose positions are those of `writes`, and writes nothing then.
 *
 * The mark of a request with an Idempotency-Key rides along, with the subjects that it would be answered from again:
 * those of the events, or `about` for a change that nobody is told of.
 */
export async function commit(
  ctx: TenantContext,
  writes: Write[],
  events: NewEvent[],
  about: Subject[] = events.map(({ subject }) => subject),
): Promise<DomainEvent[]> {
  const envelopes = events.map((event) => toEnvelope(ctx, event));
  const items = envelopes.map((envelope, position) => ({
    put: toEventItem(envelope, events[position]?.isAudited ?? false),
  }));
  await transactOnce(ctx, [...writes, ...items], about);
  return envelopes;
}

/** The request's mark comes last, so that the positions of a refusal stay those of the change. */
async function transactOnce(ctx: TenantContext, writes: Write[], about: Subject[]): Promise<void> {
  const { claim, table } = ctx;
  if (!claim) return table.transact(writes);
  try {
    await table.transact([...writes, claim.mark(about)]);
  } catch (error) {
    const isLost = error instanceof ConditionFailedError && error.failed.includes(writes.length);
    throw isLost ? new InProgressError(error) : error;
  }
  claim.marked(about);
}

/**
 * The items of changes that one event for many of them announces: each is in its record's history, and goes no further.
 */
export function historyItems(ctx: TenantContext, events: NewEvent[]): Write[] {
  return events.map((event) => ({ put: { ...toEventItem(toEnvelope(ctx, event), false), kind: 'history' } }));
}

function toEnvelope(ctx: TenantContext, event: NewEvent): DomainEvent {
  const now = ctx.clock.now();
  return {
    id: newEventId(now),
    type: event.type,
    version: 1,
    tenantId: ctx.tenantId,
    at: now.toISOString(),
    actor: ctx.actor,
    subject: event.subject,
    data: event.data,
  };
}

function toEventItem(envelope: DomainEvent, isAudited: boolean): Item {
  const { tenantId: _, ...stored } = envelope;
  return {
    pk: envelope.subject.id,
    sk: `event#${envelope.id}`,
    kind: 'event',
    event: stored,
    ...(isAudited ? { gsi1pk: 'audit', gsi1sk: envelope.id } : {}),
  };
}
