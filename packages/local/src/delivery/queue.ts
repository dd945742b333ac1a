import { randomUUID } from 'node:crypto';
import { type DeadLetters, type Message, type MessageStore, noStore } from './message';
import { createReadyList } from './ready-list';

export interface QueueOptions {
  name: string;
  batchSize: number;
  /** Deliveries before a message becomes a dead letter. */
  maxReceives: number;
  now: () => number;
  /** How long a message rests after its nth failed delivery. */
  backoffMs: (receiveCount: number) => number;
  deadLetters: DeadLetters;
  store?: MessageStore;
}

export interface NewMessage {
  body: string;
  groupId?: string;
  delayMs?: number;
  onSettled?: () => void;
}

/** A queue with SQS's promises: at least once, no order, partial batches, retries, and a place for what keeps failing. */
export interface Queue {
  readonly name: string;
  /** Resolves when the message is stored. */
  send(message: NewMessage): Promise<void>;
  /** The next batch that may be delivered now, maybe empty. It stays in flight until `settle`. */
  take(): Message[];
  /** Ends a delivery: `failures` names the messages to try again, each with its cause. */
  settle(batch: Message[], failures: ReadonlyMap<string, string>): Promise<void>;
  /** Calls back whenever a message arrives. */
  onArrival(listener: () => void): void;
  /** When the next message that rests may be delivered. */
  nextVisibleAtMs(): number | undefined;
  /** Messages that are waiting, resting or in flight. */
  size(): number;
}

/** Opens a queue with whatever its store kept from the last run. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { name, batchSize, maxReceives, now, backoffMs, deadLetters, store = noStore } = options;
  const ready = createReadyList();
  const resting = new Set<Message>();
  const inFlight = new Set<Message>();
  let arrived = () => {};

  for (const message of await store.load()) place(message);

  function place(message: Message): void {
    if (message.visibleAtMs <= now()) ready.add(message);
    else resting.add(message);
  }

  function wakeRested(): void {
    for (const message of resting) {
      if (message.visibleAtMs > now()) continue;
      resting.delete(message);
      ready.add(message);
    }
  }

  async function send({ body, groupId, delayMs = 0, onSettled }: NewMessage): Promise<void> {
    const sentAtMs = now();
    const message = {
      id: randomUUID(),
      body,
      groupId,
      sentAtMs,
      visibleAtMs: sentAtMs + delayMs,
      receiveCount: 0,
      onSettled,
    };
    await store.save(message);
    place(message);
    arrived();
  }

  function take(): Message[] {
    wakeRested();
    const batch: Message[] = [];
    while (batch.length < batchSize) {
      const message = ready.next();
      if (!message) break;
      message.receiveCount++;
      inFlight.add(message);
      batch.push(message);
    }
    return batch;
  }

  async function settle(batch: Message[], failures: ReadonlyMap<string, string>): Promise<void> {
    for (const message of batch) {
      const cause = failures.get(message.id);
      if (cause === undefined) await finish(message);
      else if (message.receiveCount >= maxReceives) await bury(message, cause);
      else rest(message);
    }
  }

  function rest(message: Message): void {
    leaveFlight(message);
    message.visibleAtMs = now() + backoffMs(message.receiveCount);
    place(message);
  }

  async function bury(message: Message, cause: string): Promise<void> {
    const { id: messageId, groupId, body, receiveCount } = message;
    const at = new Date(now()).toISOString();
    await deadLetters.keep({ queue: name, messageId, groupId, body, receiveCount, cause, at });
    await finish(message);
  }

  async function finish(message: Message): Promise<void> {
    await store.remove(message.id);
    leaveFlight(message);
    message.onSettled?.();
  }

  function leaveFlight(message: Message): void {
    inFlight.delete(message);
    ready.release(message);
  }

  function nextVisibleAtMs(): number | undefined {
    let earliest: number | undefined;
    for (const { visibleAtMs } of resting) earliest = Math.min(earliest ?? visibleAtMs, visibleAtMs);
    return earliest;
  }

  function onArrival(listener: () => void): void {
    arrived = listener;
  }

  const size = () => ready.size() + resting.size + inFlight.size;
  return { name, send, take, settle, onArrival, nextVisibleAtMs, size };
}
