import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import { newId } from '@vinculo/platform/ids';

/** A stream forgets after 24 hours; what is older must come from the table. */
const STREAM_KEEPS_MS = 23 * 3_600_000;
/** An event's id is made before its transaction is through. */
const MARGIN_MS = 5 * 60_000;

export interface MissedEventsOptions {
  client: DynamoDBClient;
  tableName: string;
  /** Everything before is delivered for certain. */
  doneUntil: Date | undefined;
  now: Date;
}

/**
 * After a run that ended longer ago than the stream remembers, finds in the table the events that may not have been
 * delivered, as the stream's records of them. Yields nothing otherwise: the stream has them all.
 */
export async function* missedEvents(options: MissedEventsOptions): AsyncGenerator<StreamRecord[]> {
  const { client, tableName, doneUntil, now } = options;
  if (doneUntil && now.getTime() - doneUntil.getTime() < STREAM_KEEPS_MS) return;
  const since = newId('evt', new Date(Math.max(0, (doneUntil?.getTime() ?? 0) - MARGIN_MS)));
  let from: ScanCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: '#kind = :event AND #event.#id > :since',
        ExpressionAttributeNames: { '#kind': 'kind', '#event': 'event', '#id': 'id' },
        ExpressionAttributeValues: { ':event': { S: 'event' }, ':since': { S: since } },
        ExclusiveStartKey: from,
      }),
    );
    yield (page.Items ?? []).map(
      (image): StreamRecord => ({
        eventName: 'INSERT',
        dynamodb: { NewImage: image, SequenceNumber: `table-${image.event?.M?.id?.S}` },
      }),
    );
    from = page.LastEvaluatedKey;
  } while (from);
}
