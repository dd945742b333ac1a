import { invokeConsumer, type LambdaFunction } from './invoke';
import type { Queue } from './queue';

export interface PumpOptions {
  queue: Queue;
  lambda: LambdaFunction;
  /** Copies of the consumer that run at once. */
  concurrency: number;
  onDelivered?: () => void;
  /** Called when the outcome of a delivery could not be stored. */
  onError: (error: unknown) => void;
}

export interface Pump {
  /** Takes no more batches and waits for those in flight. */
  stop(): Promise<void>;
}

/** Keeps copies of a consumer busy with its queue's batches. */
export function startPump({ queue, lambda, concurrency, onDelivered, onError }: PumpOptions): Pump {
  const running = new Set<Promise<void>>();
  let isStopped = false;
  let alarm: NodeJS.Timeout | undefined;

  function pump(): void {
    while (!isStopped && running.size < concurrency) {
      const batch = queue.take();
      if (batch.length === 0) break;
      const delivery = invokeConsumer(lambda, batch)
        .then((failures) => queue.settle(batch, failures))
        .catch(onError)
        .finally(() => {
          running.delete(delivery);
          onDelivered?.();
          pump();
        });
      running.add(delivery);
    }
    wakeForRested();
  }

  function wakeForRested(): void {
    clearTimeout(alarm);
    const at = queue.nextVisibleAtMs();
    if (at === undefined || isStopped) return;
    alarm = setTimeout(pump, Math.min(Math.max(at - Date.now(), 1), 60_000));
  }

  async function stop(): Promise<void> {
    isStopped = true;
    clearTimeout(alarm);
    await Promise.all(running);
  }

  queue.onArrival(pump);
  pump();
  return { stop };
}
