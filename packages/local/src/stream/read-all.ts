import type { DynamoDBStreamsClient, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import { listShards, openShard, readPage } from './stream-client';

/** A reader that remembers how far it read: each call returns what is new in every shard, oldest first. */
export function createStreamTail(client: DynamoDBStreamsClient, streamArn: string) {
  const readTo = new Map<string, string>();

  return async function readNew(): Promise<StreamRecord[]> {
    const found: StreamRecord[] = [];
    for (const { id } of await listShards(client, streamArn)) {
      let iterator = await openShard(client, streamArn, id, readTo.get(id));
      while (iterator) {
        const { records, next } = await readPage(client, iterator, 1_000);
        if (records.length === 0) break;
        found.push(...records);
        readTo.set(id, records.at(-1)?.dynamodb?.SequenceNumber ?? '');
        iterator = next;
      }
    }
    return found;
  };
}
