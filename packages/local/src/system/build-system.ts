import type { EventEntry, FunctionEntry, QueueEntry, StreamEntry } from '@vinculo/functions/registry';
import { MOST_ATTEMPTS } from '@vinculo/platform/events/attempts';
import { type Bus, createBus } from '../bus/bus';
import type { LambdaFunction } from '../delivery/invoke';
import { type DeadLetters, type MessageStore, noStore } from '../delivery/message';
import { openQueue, type Queue } from '../delivery/queue';
import { toLambda } from './load-handler';

export interface SystemOptions {
  registry: readonly FunctionEntry[];
  now: () => Date;
  backoffMs: (receiveCount: number) => number;
  deadLetters: DeadLetters;
  /** Keeps the messages of a queue that our own code fills; those of consumers come back from the stream. */
  storeFor?: (queue: string) => Promise<MessageStore>;
}

/** A queue and the function that works it off. */
export interface Worker {
  readonly entry: EventEntry | QueueEntry;
  readonly queue: Queue;
  readonly lambda: LambdaFunction;
}

/** What `infra` deploys, in one process: built from the same registry. */
export interface System {
  readonly workers: readonly Worker[];
  /** Our own queues by their name. */
  readonly ownQueues: ReadonlyMap<string, Queue>;
  readonly bus: Bus;
  readonly relay: LambdaFunction;
}

/** As deployed: `infra/constructs/worked-queue.ts`. */
const BATCH_SIZE = 10;

export async function buildSystem(options: SystemOptions): Promise<System> {
  const { registry, now, storeFor = async () => noStore } = options;
  const workers = await Promise.all(registry.filter(isWorked).map(openWorker));

  async function openWorker(entry: EventEntry | QueueEntry): Promise<Worker> {
    const queue = await openQueue({
      name: entry.name,
      batchSize: entry.batchSize ?? BATCH_SIZE,
      maxReceives: MOST_ATTEMPTS,
      now: () => now().getTime(),
      backoffMs: options.backoffMs,
      deadLetters: options.deadLetters,
      store: 'queue' in entry ? await storeFor(entry.queue) : noStore,
    });
    return { entry, queue, lambda: toLambda(entry) };
  }

  const subscriptions = workers.flatMap(({ entry, queue }) => ('on' in entry ? [{ entry, queue }] : []));
  const owned = workers.flatMap(({ entry, queue }) =>
    'queue' in entry ? [[entry.queue, queue] as const] : [],
  );
  const relay = registry.find(isStream);
  if (!relay) throw new Error('functions/registry.ts has no entry for the stream');
  return { workers, ownQueues: new Map(owned), bus: createBus(subscriptions, now), relay: toLambda(relay) };
}

function isWorked(entry: FunctionEntry): entry is EventEntry | QueueEntry {
  return 'on' in entry || 'queue' in entry;
}

function isStream(entry: FunctionEntry): entry is StreamEntry {
  return 'stream' in entry;
}
