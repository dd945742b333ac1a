import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { canReach, type Reacher } from '@vinculo/records/records/reach';
import { visibleEvent } from '@vinculo/records/timeline/visible-event';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { TEST_REQUESTED } from '../webhooks/events';
import { RECORDS_IMPORTED } from '../webhooks/filters';

export interface Change {
  before: unknown;
  after: unknown;
}

/** The body of a message, as Standard Webhooks shapes it. */
export interface Payload {
  type: string;
  /** When it happened. */
  timestamp: string;
  data: Record<string, unknown> & { changes?: Record<string, Change> };
}

export const TEST_TYPE = 'webhook.test';

/** Whether endpoints are told of an event at all: of records, of imports of them, and of the tests that people ask for. */
export function isForWebhooks(catalogue: Catalogue, { type, subject }: DomainEvent): boolean {
  return type === TEST_REQUESTED || type === RECORDS_IMPORTED || catalogue.find(subject.type) !== undefined;
}

/**
 * What is sent of an event, as each of the readers may see it (S10, S11); undefined when one of them may see nothing.
 * The same event makes the same payload, however often it is sent.
 */
export function payloadOf(
  catalogue: Catalogue,
  readers: readonly Reacher[],
  event: DomainEvent,
): Payload | undefined {
  const { id: eventId, tenantId, at: timestamp, actor, subject, data } = event;
  const about = { tenantId, eventId, actor };
  if (event.type === TEST_REQUESTED) {
    return { type: TEST_TYPE, timestamp, data: { ...about, webhookId: subject.id } };
  }
  const isImport = event.type === RECORDS_IMPORTED;
  const recordType = isImport ? String(data.recordType) : subject.type;
  const canRead = (reader: Reacher) => canReach(reader, { name: recordType }, 'read', {});
  if (!catalogue.find(recordType) || !readers.every(canRead)) return undefined;
  if (isImport) {
    const { importId, ids, isUndo = false } = data;
    return { type: event.type, timestamp, data: { ...about, recordType, importId, isUndo, recordIds: ids } };
  }
  const shown = readers.reduce<DomainEvent | undefined>(
    (left, reader) => left && withTenant(visibleEvent(reader, left), tenantId),
    event,
  );
  if (!shown) return undefined;
  const record = { recordType, recordId: subject.id, version: subject.version };
  return { type: event.type, timestamp, data: { ...about, ...record, ...toldBy(shown) } };
}

/** Creations and updates tell both values of each field; other events what they carry. */
function toldBy({ type, data }: DomainEvent): { changes: Record<string, Change> } | Record<string, unknown> {
  if (type.endsWith('.created')) {
    const values = Object.entries(Object(data.after));
    return { changes: Object.fromEntries(values.map(([field, after]) => [field, { before: null, after }])) };
  }
  if (type.endsWith('.updated')) return { changes: Object(data.changes) };
  return Object.keys(data).length > 0 ? { details: data } : {};
}

function withTenant(
  event: Omit<DomainEvent, 'tenantId'> | undefined,
  tenantId: string,
): DomainEvent | undefined {
  return event && { ...event, tenantId };
}
