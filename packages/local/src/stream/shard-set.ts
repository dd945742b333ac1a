import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Checkpoints } from './checkpoints';
import { createProgress, type Progress } from './progress';
import { listShards, openShard } from './stream-client';

export interface OpenShard {
  readonly id: string;
  readonly progress: Progress;
  /** Where to read next. */
  iterator: string | undefined;
  /** The last record read in this run. */
  readTo: string | undefined;
}

const LIST_EVERY_MS = 30_000;

/** The shards that are being read. A shard opens once its parent is read to its end, so that order is kept. */
export function createShardSet(client: DynamoDBStreamsClient, streamArn: string, checkpoints: Checkpoints) {
  const open = new Map<string, OpenShard>();
  const readOut = new Set<string>();
  let listedAtMs = 0;

  async function refresh(): Promise<OpenShard[]> {
    const isDue = open.size === 0 || Date.now() - listedAtMs > LIST_EVERY_MS;
    if (isDue) await list();
    return [...open.values()];
  }

  async function list(): Promise<void> {
    const shards = await listShards(client, streamArn);
    const listed = new Set(shards.map(({ id }) => id));
    checkpoints.keepOnly(listed);
    for (const { id, parentId } of shards) {
      const isParentRead = !parentId || !listed.has(parentId) || isRead(parentId);
      if (open.has(id) || isRead(id) || !isParentRead) continue;
      const from = checkpoints.get(id);
      const iterator = await openShard(client, streamArn, id, from);
      const progress = createProgress((sequenceNumber) => checkpoints.advance(id, sequenceNumber));
      open.set(id, { id, progress, iterator, readTo: from });
    }
    listedAtMs = Date.now();
  }

  function isRead(id: string): boolean {
    return readOut.has(id) || checkpoints.isDone(id);
  }

  /** Iterators end after minutes without use, as on a computer that slept. */
  async function reopen(shard: OpenShard): Promise<void> {
    shard.iterator = await openShard(client, streamArn, shard.id, shard.readTo);
  }

  function close(shard: OpenShard): void {
    open.delete(shard.id);
    readOut.add(shard.id);
    void shard.progress.whenSettled().then(() => checkpoints.finish(shard.id));
  }

  return { refresh, reopen, close };
}
