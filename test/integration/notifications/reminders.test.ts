import type { DomainEvent } from '@vinculo/platform/events/envelope';
import type { Timer } from '@vinculo/platform/ports/schedules';
import { createRecord, updateRecord } from '@vinculo/records/records/service';
import { scheduleReminder } from '@vinculo/records/reminders/schedule-reminder';
import { catalogue } from '@vinculo/sales/catalogue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { aUserContext } from '../../support/user-context';

let harness: Harness;
let client: ApiClient;
let email: string;

beforeEach(async () => {
  harness = await createHarness();
  ({ client, email } = await signUpCompany(harness));
});
afterEach(() => harness.close());

const inAnHour = () => new Date(harness.clock.now().getTime() + 3_600_000).toISOString();
const reminders = async () =>
  (await client.get('/notifications')).body.items.map(({ title }: { title: string }) => title);
const mails = async () =>
  (await harness.mailbox.list()).filter(({ to, subject }) => to === email && subject.startsWith('Reminder'));

async function aTask(values: object = {}) {
  const { body } = await client.post('/activities', {
    kind: 'task',
    subject: 'Call Ada',
    remindAt: inAnHour(),
    ...values,
  });
  return body;
}

describe('reminders', () => {
  it('come in the app and by mail when due, once, whatever happens to deliveries (D5)', async () => {
    const task = await aTask({ at: '2026-03-02T11:30:00Z' });
    await harness.drain({ seed: 3 });
    expect(await reminders()).toEqual([]);
    harness.clock.advance({ hours: 1 });
    await harness.drain({ seed: 4, duplicates: 0.9 });
    const { body } = await client.get('/notifications');
    expect(body).toMatchObject({
      unreadCount: 1,
      items: [
        {
          title: 'Reminder: Call Ada',
          recordType: 'activity',
          recordId: task.id,
          data: { at: '2026-03-02T11:30:00.000Z' },
        },
      ],
    });
    expect(await mails()).toMatchObject([{ subject: 'Reminder: Call Ada' }]);
    expect((await mails())[0]?.text).toContain(`/activities/${task.id}`);
    expect((await mails())[0]?.text).toContain('12:30');
    expect(harness.deadLetters).toEqual([]);
  });

  it.each([
    ['done', { isDone: true }],
    ['cleared', { remindAt: null }],
    ['moved to later', { remindAt: '2026-03-09T09:00:00Z' }],
  ])('do not come for what was %s meanwhile', async (_, change) => {
    const task = await aTask();
    await harness.drain();
    await client.patch(`/activities/${task.id}`, change, task.version);
    await harness.drain({ seed: 5 });
    harness.clock.advance({ hours: 2 });
    await harness.drain({ seed: 6 });
    expect(await reminders()).toEqual([]);
  });

  it('come again when they are set again', async () => {
    const task = await aTask();
    await harness.drain();
    harness.clock.advance({ hours: 1 });
    await harness.drain();
    await client.patch(`/activities/${task.id}`, { remindAt: inAnHour() }, task.version);
    await harness.drain();
    harness.clock.advance({ hours: 1 });
    await harness.drain();
    expect(await reminders()).toHaveLength(2);
    expect(await mails()).toHaveLength(2);
  });

  it('do not come for what was deleted, and come after it is restored', async () => {
    const task = await aTask();
    await client.delete(`/activities/${task.id}`, task.version);
    await harness.drain({ seed: 8 });
    expect(await reminders()).toEqual([]);
    await client.post(`/activities/${task.id}/restore`);
    await harness.drain();
    harness.clock.advance({ hours: 1 });
    await harness.drain();
    expect(await reminders()).toEqual(['Reminder: Call Ada']);
  });

  it('stay in the app for who wants no mail, and a subject of two lines is no harm (S21)', async () => {
    await client.call('PATCH', '/session', { preferences: { reminderMails: false } });
    await aTask({ subject: 'Two\nlines' });
    await harness.drain();
    harness.clock.advance({ hours: 1 });
    await harness.drain();
    expect(await reminders()).toHaveLength(1);
    expect(await mails()).toEqual([]);
    await client.call('PATCH', '/session', { preferences: { reminderMails: true } });
    await aTask({ subject: 'Two\nlines' });
    await harness.drain();
    harness.clock.advance({ hours: 1 });
    await harness.drain();
    expect(await mails()).toMatchObject([{ subject: 'Reminder: Two lines' }]);
    expect(harness.deadLetters).toEqual([]);
  });
});

describe('scheduleReminder', () => {
  it('ends with the newest moment when an old delivery sets its timer last (D6)', async () => {
    const timers = new Map<string, Timer>();
    let onFirstSet: (() => Promise<void>) | undefined;
    const schedules = {
      async set(timer: Timer) {
        const change = onFirstSet;
        onFirstSet = undefined;
        await change?.();
        timers.set(timer.name, timer);
      },
      clear: async (_: string, name: string) => void timers.delete(name),
    };
    const ctx = aUserContext(harness.table, { ports: { ...harness.runtime.ports, schedules } });
    const activity = catalogue.model('activity');
    const { id } = await createRecord(ctx, activity, {
      kind: 'task',
      subject: 'X',
      remindAt: '2026-03-03T09:00:00Z',
    });
    const event = {
      type: 'activity.created',
      subject: { type: 'activity', id },
      data: {},
    } as unknown as DomainEvent;
    // While the first delivery is about to set its timer, the reminder moves and another delivery sets that.
    onFirstSet = async () => {
      await updateRecord(ctx, activity, id, { remindAt: '2026-03-04T09:00:00Z' });
      await scheduleReminder(ctx, catalogue, event);
    };
    await scheduleReminder(ctx, catalogue, event);
    expect([...timers.values()].map(({ at }) => at.toISOString())).toEqual(['2026-03-04T09:00:00.000Z']);
  });
});
