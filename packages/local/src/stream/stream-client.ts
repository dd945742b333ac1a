import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';

export interface Shard {
  id: string;
  parentId: string | undefined;
}

export interface RecordPage {
  records: StreamRecord[];
  /** Absent at the end of a closed shard. */
  next: string | undefined;
}

/** All shards that the stream still has. */
export async function listShards(client: DynamoDBStreamsClient, streamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let from: string | undefined;
  do {
    const { StreamDescription: page } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: from }),
    );
    for (const { ShardId, ParentShardId } of page?.Shards ?? []) {
      if (ShardId) shards.push({ id: ShardId, parentId: ParentShardId });
    }
    from = page?.LastEvaluatedShardId;
  } while (from);
  return shards;
}

/** A position after `sequenceNumber`, or at the oldest record that is left. */
export async function openShard(
  client: DynamoDBStreamsClient,
  streamArn: string,
  shardId: string,
  sequenceNumber: string | undefined,
): Promise<string | undefined> {
  const iterator = async (
    position:
      | { ShardIteratorType: 'TRIM_HORIZON' }
      | { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER'; SequenceNumber: string },
  ) => {
    const command = new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shardId, ...position });
    return (await client.send(command)).ShardIterator;
  };
  if (sequenceNumber === undefined) return iterator({ ShardIteratorType: 'TRIM_HORIZON' });
  return iterator({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequenceNumber });
}

export async function readPage(
  client: DynamoDBStreamsClient,
  iterator: string,
  limit: number,
): Promise<RecordPage> {
  const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: limit }));
  return { records: page.Records ?? [], next: page.NextShardIterator };
}
