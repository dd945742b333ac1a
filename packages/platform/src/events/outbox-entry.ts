import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { BusEntry } from './bus';
import { EVENT_SOURCE, eventSchema } from './envelope';

/** EventBridge's limit for one call is 256 KB, and an entry is counted with its type and source. */
export const MAX_CALL_BYTES = 250_000;

/**
 * Turns a new event item into what goes on the bus. The tenant comes from the partition key, which the table's own
 * guard and IAM hold it to, and not from the content. Throws when the record is not an event of a tenant (T4).
 */
export function toBusEntry(record: DynamoDBRecord): BusEntry {
  const image = record.dynamodb?.NewImage;
  if (!image) throw new Error('The stream record carries no new image.');
  const { pk, event } = unmarshall(image as Parameters<typeof unmarshall>[0]);
  const [tenantId] = String(pk).split('#');
  const envelope = eventSchema.parse({ ...event, tenantId });
  return { Source: EVENT_SOURCE, DetailType: envelope.type, Detail: JSON.stringify(envelope) };
}

export function bytesOf({ Source, DetailType, Detail }: BusEntry): number {
  return Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail);
}
