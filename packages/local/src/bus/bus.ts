import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { isSubscribed } from '@vinculo/functions/event-pattern';
import type { EventEntry } from '@vinculo/functions/registry';
import type { BusEntry, PutEvents } from '@vinculo/platform/events/bus';
import type { Queue } from '../delivery/queue';

export interface Subscription {
  readonly entry: Pick<EventEntry, 'name' | 'on' | 'timers'>;
  readonly queue: Pick<Queue, 'send'>;
}

export interface Bus {
  readonly put: PutEvents;
  /**
   * Runs `publish` and then waits until every consumer has settled everything it put on the bus. Who publishes from a
   * durable place (the stream, a timer) forgets the original only then, so that a crash in between delivers again.
   */
  putAndSettle<T>(publish: () => Promise<T>): Promise<{ result: T; settled: Promise<void> }>;
}

/** EventBridge in this process: the same patterns decide, and each consumer's own queue gets the same message. */
export function createBus(subscriptions: readonly Subscription[], now: () => Date): Bus {
  const deliveries = new AsyncLocalStorage<Promise<void>[]>();

  async function put(entries: readonly BusEntry[]): Promise<undefined[]> {
    for (const entry of entries) {
      const detail: unknown = JSON.parse(entry.Detail);
      const event = { type: entry.DetailType, data: dataOf(detail) };
      const body = JSON.stringify(toBusMessage(entry, detail, now()));
      for (const { entry: consumer, queue } of subscriptions) {
        if (isSubscribed(consumer, event)) await deliver(queue, body);
      }
    }
    return entries.map(() => undefined);
  }

  function deliver(queue: Pick<Queue, 'send'>, body: string): Promise<void> {
    let onSettled = () => {};
    const settled = new Promise<void>((resolve) => {
      onSettled = resolve;
    });
    deliveries.getStore()?.push(settled);
    return queue.send({ body, onSettled });
  }

  async function putAndSettle<T>(publish: () => Promise<T>) {
    const pending: Promise<void>[] = [];
    const result = await deliveries.run(pending, publish);
    return { result, settled: Promise.all(pending).then(() => {}) };
  }

  return { put, putAndSettle };
}

function dataOf(detail: unknown): unknown {
  return typeof detail === 'object' && detail !== null && 'data' in detail ? detail.data : undefined;
}

function toBusMessage({ Source, DetailType }: BusEntry, detail: unknown, at: Date) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': DetailType,
    source: Source,
    account: '000000000000',
    time: at.toISOString(),
    region: 'us-east-1',
    resources: [],
    detail,
  };
}
