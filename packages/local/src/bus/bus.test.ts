import { describe, expect, it } from 'vitest';
import type { NewMessage } from '../delivery/queue';
import { createBus } from './bus';

function aConsumer(name: string, on: string[], timers?: string[]) {
  const received: NewMessage[] = [];
  const queue = { send: async (message: NewMessage) => void received.push(message) };
  const entry = { name, on, ...(timers ? { timers } : {}) };
  return { subscription: { entry, queue }, received };
}

const anEntry = (type: string, data: unknown = {}) => ({
  Source: 'vinculo',
  DetailType: type,
  Detail: JSON.stringify({ id: 'evt_1', type, data }),
});

const now = () => new Date('2026-03-02T09:00:00Z');

describe('createBus', () => {
  it('gives each event to the queues whose pattern takes it, exact, by type, by verb or all', async () => {
    const consumers = [
      aConsumer('exact', ['contact.created']),
      aConsumer('by-type', ['contact.*']),
      aConsumer('by-verb', ['*.created']),
      aConsumer('all', ['*']),
      aConsumer('twice', ['contact.*', '*.created']),
      aConsumer('other', ['lead.*', '*.deleted']),
    ];
    const bus = createBus(
      consumers.map(({ subscription }) => subscription),
      now,
    );
    await bus.put([anEntry('contact.created')]);
    expect(consumers.map(({ received }) => received.length)).toEqual([1, 1, 1, 1, 1, 0]);
  });

  it('matches timers by their kind', async () => {
    const trial = aConsumer('trial', ['timer.due'], ['trial-ends']);
    const reminder = aConsumer('reminder', ['timer.due'], ['reminder']);
    const bus = createBus([trial.subscription, reminder.subscription], now);
    await bus.put([anEntry('timer.due', { timer: 'reminder' })]);
    expect([trial.received.length, reminder.received.length]).toEqual([0, 1]);
  });

  it('wraps the event as EventBridge does', async () => {
    const { subscription, received } = aConsumer('all', ['*']);
    await createBus([subscription], now).put([anEntry('contact.created')]);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      version: '0',
      'detail-type': 'contact.created',
      source: 'vinculo',
      time: '2026-03-02T09:00:00.000Z',
      detail: { id: 'evt_1', type: 'contact.created' },
    });
  });

  it('calls a publication settled only when every consumer is done with all of it', async () => {
    const [one, two] = [aConsumer('one', ['*']), aConsumer('two', ['*'])];
    const bus = createBus([one.subscription, two.subscription], now);
    let isSettled = false;
    const { settled } = await bus.putAndSettle(() => bus.put([anEntry('a.b'), anEntry('c.d')]));
    void settled.then(() => {
      isSettled = true;
    });
    const deliveries = [...one.received, ...two.received];
    for (const [position, { onSettled }] of deliveries.entries()) {
      expect(isSettled).toBe(false);
      expect(position).toBeLessThan(4);
      onSettled?.();
      await new Promise(setImmediate);
    }
    expect(isSettled).toBe(true);
  });

  it('does not make one publication wait for another that runs at the same time', async () => {
    const { subscription, received } = aConsumer('all', ['*']);
    const bus = createBus([subscription], now);
    const slow = bus.putAndSettle(() => bus.put([anEntry('slow.one')]));
    const { settled } = await bus.putAndSettle(() => bus.put([anEntry('quick.one')]));
    await slow;
    received.find(({ body }) => body.includes('quick.one'))?.onSettled?.();
    await expect(settled).resolves.toBeUndefined();
  });
});
