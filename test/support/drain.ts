import type { _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import { invokeConsumer } from '@vinculo/local/delivery/invoke';
import type { Relay } from '@vinculo/local/stream/relay';
import type { System, Worker } from '@vinculo/local/system/build-system';
import type { Timers } from '@vinculo/local/timers/timers';
import { type Chaos, createDisorder, type Disorder, noDisorder } from './chaos';

/** Far above what any job needs; reaching it means that functions keep each other busy for ever. */
const MAX_ROUNDS = 10_000;

export interface DrainOptions {
  readNew: () => Promise<StreamRecord[]>;
  relay: Relay;
  system: System;
  timers: Timers;
}

/** Pumps stream, bus, queues and timers by hand, one delivery at a time, until all are quiet. */
export function createDrain({ readNew, relay, system, timers }: DrainOptions) {
  return async function drain(chaos?: Chaos): Promise<void> {
    const disorder = chaos ? createDisorder(chaos) : noDisorder;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      await timers.fireDue();
      const records = await readNew();
      await relay.publish(disorder.scramble(records));
      const delivered = await deliverOnce(disorder.scramble([...system.workers]), disorder);
      if (records.length === 0 && delivered === 0) return;
    }
    throw new Error('The system did not become quiet: functions keep causing new work');
  };
}

/** One batch of each queue that has one. */
async function deliverOnce(workers: Worker[], disorder: Disorder): Promise<number> {
  let delivered = 0;
  for (const { queue, lambda } of workers) {
    const batch = queue.take();
    if (batch.length === 0) continue;
    delivered += batch.length;
    const failures = await invokeConsumer(lambda, batch);
    if (disorder.repeats()) await invokeConsumer(lambda, batch);
    await queue.settle(batch, failures);
  }
  return delivered;
}
