import type { Queues } from '@vinculo/platform/ports/queues';
import type { Queue } from '../delivery/queue';

/** The Queues port over this process's own queues. */
export function createQueues(queues: ReadonlyMap<string, Queue>): Queues {
  return {
    send: async (name, { tenantId, body, delaySeconds = 0 }) => {
      const queue = queues.get(name);
      if (!queue) throw new Error(`No entry of functions/registry.ts works off the queue "${name}"`);
      const message = { body: JSON.stringify({ tenantId, body }), groupId: tenantId };
      await queue.send({ ...message, delayMs: delaySeconds * 1_000 });
    },
  };
}
