import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DeadLetters } from '../delivery/message';
import { startPump } from '../delivery/pump';
import { localCredentials } from '../engine/credentials';
import { openCheckpoints } from '../stream/checkpoints';
import { missedEvents } from '../stream/missed-events';
import { createRelay } from '../stream/relay';
import { startStreamReader } from '../stream/stream-reader';
import type { System } from '../system/build-system';
import { loadHandler } from '../system/load-handler';
import type { Timers } from '../timers/timers';

export interface RunSystemOptions {
  system: System;
  timers: Timers;
  dataFolder: string;
  endpoint: string;
  client: DynamoDBClient;
  tableName: string;
  streamArn: string;
  deadLetters: DeadLetters;
  onError: (error: unknown) => void;
}

export interface RunningSystem {
  /** Something was probably written: looks at the stream at once. */
  nudge(): void;
  stop(): Promise<void>;
}

const CONCURRENCY = 4;
const TIMERS_EVERY_MS = 1_000;
const MAX_PAUSE_MS = 60_000;

/** Sets stream, queues and timers going, and keeps them going until stopped. */
export async function runSystem(options: RunSystemOptions): Promise<RunningSystem> {
  const { system, timers, dataFolder, endpoint, streamArn, deadLetters, onError } = options;
  const streams = new DynamoDBStreamsClient({ endpoint, ...localCredentials });
  const stopping = new AbortController();
  const checkpoints = await openCheckpoints(join(dataFolder, 'stream.json'), streamArn);
  const relay = createRelay({
    lambda: system.relay,
    bus: system.bus,
    streamArn,
    deadLetters,
    pause: (attempt) =>
      sleep(Math.min(MAX_PAUSE_MS, 100 * 2 ** attempt), undefined, { signal: stopping.signal }),
  });

  let nudge = () => {};
  const pumps = system.workers.map(({ entry, queue, lambda }) =>
    startPump({
      queue,
      lambda,
      concurrency: Math.min(entry.maxConcurrency ?? CONCURRENCY, CONCURRENCY),
      onDelivered: () => nudge(),
      onError,
    }),
  );
  const missed: Promise<void>[] = [];
  const { client, tableName } = options;
  for await (const records of missedEvents({
    client,
    tableName,
    doneUntil: checkpoints.doneUntil(),
    now: new Date(),
  })) {
    missed.push((await relay.publish(records)).settled);
  }
  const recovered = Promise.all(missed).then(() => {});
  const reader = startStreamReader({ client: streams, streamArn, checkpoints, relay, recovered, onError });
  nudge = reader.nudge;
  const ticking = setInterval(() => void timers.fireDue().catch(onError), TIMERS_EVERY_MS);
  for (const { entry } of system.workers) await loadHandler(entry).catch(onError);

  async function stop(): Promise<void> {
    clearInterval(ticking);
    stopping.abort();
    await Promise.all(pumps.map((pump) => pump.stop()));
    await reader.stop();
    streams.destroy();
  }

  return { nudge, stop };
}
