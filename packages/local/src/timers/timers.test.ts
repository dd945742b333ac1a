import { describe, expect, it } from 'vitest';
import { createBus } from '../bus/bus';
import type { NewMessage } from '../delivery/queue';
import { createMemoryFolder } from '../files/memory-folder';
import { openTimers, type StoredTimer } from './timers';

async function aClockwork(folder = createMemoryFolder<StoredTimer>()) {
  const time = { now: new Date('2026-03-02T09:00:00Z') };
  const fired: NewMessage[] = [];
  const queue = { send: async (message: NewMessage) => void fired.push(message) };
  const bus = createBus([{ entry: { name: 'all', on: ['*'] }, queue }], () => time.now);
  const onError = (error: unknown) => {
    throw error;
  };
  const timers = await openTimers({ folder, now: () => time.now, bus, onError });
  const set = (at: string, timer = 'reminder') =>
    timers.schedules.set({
      tenantId: 'ten_01HZZZZZZZZZZZZZZZZZZZZZZZ',
      name: 'reminder/1',
      at: new Date(at),
      timer,
      subject: { type: 'activity', id: 'act_1' },
    });
  const settleAll = async () => {
    for (const { onSettled } of fired) onSettled?.();
    await new Promise(setImmediate);
  };
  return { timers, folder, time, fired, set, settleAll };
}

describe('openTimers', () => {
  it('fires a timer when it is due, once, and forgets it when its consumers are done', async () => {
    const { timers, folder, time, fired, set, settleAll } = await aClockwork();
    await set('2026-03-02T10:00:00Z');
    await timers.fireDue();
    expect(fired).toEqual([]);
    time.now = new Date('2026-03-02T10:00:00Z');
    await timers.fireDue();
    await timers.fireDue();
    expect(fired).toHaveLength(1);
    expect(await folder.all()).toHaveLength(1);
    await settleAll();
    expect(await folder.all()).toEqual([]);
  });

  it('fires after a restart what fell due meanwhile, as the same event when it was under way (D5)', async () => {
    const before = await aClockwork();
    await before.set('2026-03-02T08:00:00Z');
    await before.timers.fireDue();
    const after = await aClockwork(before.folder);
    await after.timers.fireDue();
    const eventIds = [...before.fired, ...after.fired].map(({ body }) => JSON.parse(body).detail.id);
    expect(eventIds).toHaveLength(2);
    expect(eventIds[0]).toBe(eventIds[1]);
  });

  it('moves a timer that is set again, also while its old self is firing', async () => {
    const { timers, folder, fired, set, settleAll } = await aClockwork();
    await set('2026-03-02T08:00:00Z');
    await timers.fireDue();
    await set('2026-03-03T08:00:00Z', 'again');
    await settleAll();
    expect(await folder.all()).toMatchObject([{ at: '2026-03-03T08:00:00.000Z' }]);
    await timers.fireDue();
    expect(fired).toHaveLength(1);
  });

  it('forgets a timer that is cleared, and minds none that is absent', async () => {
    const { timers, time, fired, set } = await aClockwork();
    await set('2026-03-02T10:00:00Z');
    await timers.schedules.clear('ten_01HZZZZZZZZZZZZZZZZZZZZZZZ', 'reminder/1');
    await timers.schedules.clear('ten_01HZZZZZZZZZZZZZZZZZZZZZZZ', 'reminder/1');
    time.now = new Date('2026-03-04T10:00:00Z');
    await timers.fireDue();
    expect(fired).toEqual([]);
  });
});
