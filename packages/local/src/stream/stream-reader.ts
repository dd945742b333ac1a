import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Checkpoints } from './checkpoints';
import { createNap } from './nap';
import type { Relay } from './relay';
import { createShardSet, type OpenShard } from './shard-set';
import { readPage } from './stream-client';

export interface StreamReaderOptions {
  client: DynamoDBStreamsClient;
  streamArn: string;
  checkpoints: Checkpoints;
  relay: Relay;
  /** Resolves when the events that the stream had forgotten are settled. */
  recovered: Promise<void>;
  onError: (error: unknown) => void;
}

export interface StreamReader {
  /** Reads at once instead of after its nap; called when something was probably written. */
  nudge(): void;
  /** Stops reading and saves how far everything is done. */
  stop(): Promise<void>;
}

const NAP_MS = 250;
const PAGE = 1_000;
/**
 * Events on their way to consumers; more wait in the stream. Items that consumers write don't count, or a consumer with
 * much to do would hide from the others what comes after it.
 */
const MAX_OUTSTANDING = 20_000;
const DONE_UNTIL_EVERY_MS = 60_000;

/** Follows the table's stream and hands every record to the relay, from where the last run was done. */
export function startStreamReader(options: StreamReaderOptions): StreamReader {
  const { client, streamArn, checkpoints, relay, recovered, onError } = options;
  const shards = createShardSet(client, streamArn, checkpoints);
  const nap = createNap(NAP_MS);
  let isStopped = false;
  let isRecovered = false;
  void recovered.then(() => {
    isRecovered = true;
  });

  async function follow(): Promise<void> {
    while (!isStopped) {
      const read = await readRound().catch((error: unknown) => {
        if (!isStopped) onError(error);
        return 0;
      });
      if (read === 0) await nap.take();
    }
  }

  async function readRound(): Promise<number> {
    const startedAt = new Date();
    const open = await shards.refresh();
    let read = 0;
    for (const shard of open) read += await readShard(shard);
    const isIdle = read === 0 && open.every(({ progress }) => progress.outstanding() === 0);
    if (isIdle && isRecovered) noteIdle(startedAt);
    await checkpoints.save();
    return read;
  }

  async function readShard(shard: OpenShard): Promise<number> {
    if (shard.progress.outstanding() >= MAX_OUTSTANDING) return 0;
    const page = shard.iterator
      ? await readPage(client, shard.iterator, PAGE).catch(ignoreExpired)
      : undefined;
    if (!page) {
      await shards.reopen(shard);
      return 0;
    }
    const last = page.records.at(-1)?.dynamodb?.SequenceNumber;
    if (last) {
      const { settled, events } = await relay.publish(page.records);
      shard.progress.add(last, settled, events);
      shard.readTo = last;
    }
    shard.iterator = page.next;
    if (!page.next) shards.close(shard);
    return page.records.length;
  }

  function noteIdle(at: Date): void {
    const doneUntilMs = checkpoints.doneUntil()?.getTime() ?? 0;
    if (isStopped || at.getTime() - doneUntilMs > DONE_UNTIL_EVERY_MS) checkpoints.setDoneUntil(at);
  }

  const following = follow();
  async function stop(): Promise<void> {
    isStopped = true;
    nap.interrupt();
    await following;
    // What was settled just now still has to reach the checkpoint.
    await new Promise((resolve) => setImmediate(resolve));
    await checkpoints.save();
  }

  return { nudge: nap.interrupt, stop };
}

function ignoreExpired(error: unknown): undefined {
  if (error instanceof Error && error.name === 'ExpiredIteratorException') return undefined;
  throw error;
}
