import { type BusEntry, bus } from '@vinculo/platform/events/bus';
import { bytesOf, MAX_CALL_BYTES, toBusEntry } from '@vinculo/platform/events/outbox-entry';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

/** EventBridge's limit for one call. */
const MAX_CALL_ENTRIES = 10;
const MAX_ATTEMPTS = 5;

interface Pending {
  readonly entry: BusEntry;
  readonly sequenceNumber: string;
}

/**
 * Relays the table's new event items to the bus. It stops at the first record that cannot be published and reports
 * that one: the stream then gives it and everything after it again, and with bisecting and finite retries a poison
 * record ends in the failure queue alone (D7, D8). Consumers see an event at least once.
 */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const { pending, poisoned } = readUntilPoisoned(Records);
  for (const call of inCalls(pending)) {
    const failed = await publish(call);
    if (failed) return failedFrom(failed.sequenceNumber);
  }
  return poisoned === undefined ? { batchItemFailures: [] } : failedFrom(poisoned);
}

function failedFrom(itemIdentifier: string): DynamoDBBatchResponse {
  return { batchItemFailures: [{ itemIdentifier }] };
}

function readUntilPoisoned(records: DynamoDBRecord[]): { pending: Pending[]; poisoned?: string } {
  const pending: Pending[] = [];
  for (const record of records) {
    const sequenceNumber = record.dynamodb?.SequenceNumber ?? '';
    try {
      const entry = toBusEntry(record);
      if (bytesOf(entry) > MAX_CALL_BYTES) throw new Error('The event is larger than the bus takes.');
      pending.push({ entry, sequenceNumber });
    } catch (error) {
      report('The outbox holds a record that is not an event', sequenceNumber, error);
      return { pending, poisoned: sequenceNumber };
    }
  }
  return { pending };
}

function* inCalls(pending: Pending[]): Generator<Pending[]> {
  let call: Pending[] = [];
  let bytes = 0;
  for (const next of pending) {
    const size = bytesOf(next.entry);
    if (call.length === MAX_CALL_ENTRIES || bytes + size > MAX_CALL_BYTES) {
      yield call;
      call = [];
      bytes = 0;
    }
    call.push(next);
    bytes += size;
  }
  if (call.length > 0) yield call;
}

/** Sends what is left again, and only that. Returns the first record that the bus would not take. */
async function publish(call: Pending[]): Promise<Pending | undefined> {
  let left = call;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    left = await refusedOf(left);
    if (left.length === 0) return undefined;
    if (attempt < MAX_ATTEMPTS) await pauseAfter(attempt);
  }
  return left[0];
}

async function refusedOf(call: Pending[]): Promise<Pending[]> {
  try {
    const failures = await bus()(call.map(({ entry }) => entry));
    const refused = call.filter((_, position) => failures[position] !== undefined);
    if (refused.length > 0) {
      report('The bus refused events', refused[0]?.sequenceNumber ?? '', failures.filter(Boolean).join(', '));
    }
    return refused;
  } catch (error) {
    report('The bus took no event of a call', call[0]?.sequenceNumber ?? '', error);
    return call;
  }
}

/** Grows to under a second, so that every attempt fits in the function's time. */
async function pauseAfter(attempt: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt));
}

function report(message: string, sequenceNumber: string, cause: unknown): void {
  const reason = cause instanceof Error ? cause.message : String(cause);
  console.error(JSON.stringify({ level: 'ERROR', message, sequenceNumber, reason }));
}
