import { invokeConsumer, type LambdaFunction } from './invoke';
import type { Queue } from './queue';

export interface Pump {
  /** Looks for deliverable messages; called whenever some may have become so. */
  nudge(): void;
  /** Takes no more batches and waits for those in flight. */
  stop(): Promise<void>;
}

/** Keeps up to `concurrency` copies of a consumer busy with its queue's batches. */
export function startPump(queue: Queue, lambda: LambdaFunction, concurrency: number): Pump {
  const running = new Set<Promise<void>>();
  let isStopped = false;
  let alarm: NodeJS.Timeout | undefined;

  function nudge(): void {
    while (!isStopped && running.size < concurrency) {
      const batch = queue.take();
      if (batch.length === 0) break;
      const delivery = invokeConsumer(lambda, batch)
        .then((failures) => queue.settle(batch, failures))
        .finally(() => {
          running.delete(delivery);
          nudge();
        });
      running.add(delivery);
    }
    wakeForRested();
  }

  function wakeForRested(): void {
    clearTimeout(alarm);
    const at = queue.nextVisibleAtMs();
    if (at === undefined || isStopped) return;
    alarm = setTimeout(nudge, Math.min(Math.max(at - Date.now(), 1), 60_000));
  }

  async function stop(): Promise<void> {
    isStopped = true;
    clearTimeout(alarm);
    await Promise.allSettled(running);
  }

  nudge();
  return { nudge, stop };
}
