import { describe, expect, it } from 'vitest';
import type { DeadLetter, Message, MessageStore } from './message';
import { openQueue, type QueueOptions } from './queue';

async function aQueue(options: Partial<QueueOptions> = {}) {
  const time = { ms: 0 };
  const deadLetters: DeadLetter[] = [];
  const queue = await openQueue({
    name: 'import-slices',
    batchSize: 10,
    maxReceives: 3,
    now: () => time.ms,
    backoffMs: (receives) => receives * 100,
    deadLetters: { keep: async (letter) => void deadLetters.push(letter) },
    ...options,
  });
  return { queue, time, deadLetters };
}

const bodies = (batch: Message[]) => batch.map(({ body }) => body);
const allFailed = (batch: Message[]) => new Map(batch.map(({ id }) => [id, 'it broke']));
const none = new Map<string, string>();

function aStore(): MessageStore & { kept: Map<string, Message> } {
  const kept = new Map<string, Message>();
  return {
    kept,
    load: async () => [...kept.values()],
    save: async (message) => void kept.set(message.id, message),
    remove: async (id) => void kept.delete(id),
  };
}

describe('openQueue', () => {
  it('delivers again only what failed, after it rested (D7)', async () => {
    const { queue, time } = await aQueue();
    for (const body of ['a', 'b', 'c']) await queue.send({ body });
    const batch = queue.take();
    const failed = batch.filter(({ body }) => body === 'b');
    await queue.settle(batch, allFailed(failed));
    expect(queue.take()).toEqual([]);
    time.ms = 100;
    expect(bodies(queue.take())).toEqual(['b']);
  });

  it('gives a message to nobody else while it is in flight', async () => {
    const { queue } = await aQueue();
    await queue.send({ body: 'a' });
    expect(queue.take()).toHaveLength(1);
    expect(queue.take()).toEqual([]);
  });

  it('keeps what fails too often as a dead letter with its cause and tenant (D9)', async () => {
    const { queue, deadLetters } = await aQueue({ backoffMs: () => 0 });
    await queue.send({ body: 'poison', groupId: 'ten_1' });
    for (let attempt = 0; attempt < 3; attempt++) {
      const batch = queue.take();
      expect(batch.map(({ receiveCount }) => receiveCount)).toEqual([attempt + 1]);
      await queue.settle(batch, allFailed(batch));
    }
    expect(queue.size()).toBe(0);
    expect(deadLetters).toMatchObject([
      { queue: 'import-slices', body: 'poison', groupId: 'ten_1', receiveCount: 3, cause: 'it broke' },
    ]);
  });

  it('waits for the delay that the sender asked for', async () => {
    const { queue, time } = await aQueue();
    await queue.send({ body: 'later', delayMs: 5_000 });
    expect(queue.take()).toEqual([]);
    expect(queue.nextVisibleAtMs()).toBe(5_000);
    time.ms = 5_000;
    expect(bodies(queue.take())).toEqual(['later']);
  });

  it('serves a tenant with one message in the batch after a flood of another (T8)', async () => {
    const { queue } = await aQueue({ batchSize: 2 });
    for (let position = 0; position < 50; position++) await queue.send({ body: 'flood', groupId: 'ten_a' });
    queue.take();
    await queue.send({ body: 'quiet', groupId: 'ten_b' });
    expect(bodies(queue.take())).toContain('quiet');
  });

  it('shares batches evenly among tenants, however much each has (T8)', async () => {
    const { queue } = await aQueue({ batchSize: 6 });
    const amounts = { ten_a: 500, ten_b: 10, ten_c: 10 };
    for (const [groupId, amount] of Object.entries(amounts)) {
      for (let position = 0; position < amount; position++) await queue.send({ body: groupId, groupId });
    }
    const served: Record<string, number> = {};
    for (let batches = 0; batches < 5; batches++) {
      const batch = queue.take();
      for (const body of bodies(batch)) served[body] = (served[body] ?? 0) + 1;
      await queue.settle(batch, none);
    }
    expect(served).toEqual({ ten_a: 10, ten_b: 10, ten_c: 10 });
  });

  it('tells the sender once, when a message is handled or buried', async () => {
    const { queue } = await aQueue({ maxReceives: 1 });
    const settled: string[] = [];
    await queue.send({ body: 'good', onSettled: () => settled.push('good') });
    await queue.send({ body: 'bad', onSettled: () => settled.push('bad') });
    const batch = queue.take();
    expect(settled).toEqual([]);
    await queue.settle(batch, allFailed(batch.slice(1)));
    expect(settled).toEqual(['good', 'bad']);
  });

  it('starts again with what the last run left, in flight or not', async () => {
    const store = aStore();
    const { queue } = await aQueue({ store });
    await queue.send({ body: 'handled' });
    await queue.settle(queue.take(), none);
    await queue.send({ body: 'in flight' });
    queue.take();
    await queue.send({ body: 'waiting' });
    const { queue: restarted } = await aQueue({ store });
    expect(bodies(restarted.take())).toEqual(['in flight', 'waiting']);
  });

  it('never buries a message before its dead letter is kept', async () => {
    const store = aStore();
    const full = { keep: () => Promise.reject(new Error('disk full')) };
    const { queue } = await aQueue({ store, maxReceives: 1, deadLetters: full });
    await queue.send({ body: 'poison' });
    const batch = queue.take();
    await expect(queue.settle(batch, allFailed(batch))).rejects.toThrow('disk full');
    expect(store.kept.size).toBe(1);
  });
});
