import type { BusEntry } from '@vinculo/platform/events/bus';
import { EVENT_SOURCE, eventSchema } from '@vinculo/platform/events/envelope';
import { timerDueEvent } from '@vinculo/platform/events/timer-due';
import type { Schedules, Timer } from '@vinculo/platform/ports/schedules';
import * as z from 'zod';
import type { Bus } from '../bus/bus';
import type { JsonFolder } from '../files/json-folder';

export const storedTimerSchema = z.object({
  tenantId: z.string(),
  name: z.string(),
  at: z.string(),
  /** Made when the timer is set, so that firing it again after a crash is a duplicate and not a second event. */
  event: eventSchema,
});

export type StoredTimer = z.infer<typeof storedTimerSchema>;

export interface TimersOptions {
  folder: JsonFolder<StoredTimer>;
  now: () => Date;
  bus: Pick<Bus, 'put' | 'putAndSettle'>;
  onError: (error: unknown) => void;
}

export interface Timers {
  readonly schedules: Schedules;
  /** Puts every due timer on the bus, once each, and forgets it when its consumers are done. */
  fireDue(): Promise<void>;
}

/** EventBridge Scheduler: timers outlive the process, and one that fell due meanwhile fires at the next start. */
export async function openTimers({ folder, now, bus, onError }: TimersOptions): Promise<Timers> {
  const timers = new Map((await folder.all()).map((timer) => [keyOf(timer), timer]));
  const firing = new Set<StoredTimer>();
  let lastWrite: Promise<unknown> = Promise.resolve();

  // One write at a time: setting a timer again must not lose against forgetting the one that just fired.
  function inTurn<T>(write: () => Promise<T>): Promise<T> {
    const turn = lastWrite.then(write);
    lastWrite = turn.catch(() => {});
    return turn;
  }

  function set(timer: Timer): Promise<void> {
    const { tenantId, name } = timer;
    const stored = { tenantId, name, at: timer.at.toISOString(), event: timerDueEvent(timer) };
    return inTurn(async () => {
      await folder.put(keyOf(stored), stored);
      timers.set(keyOf(stored), stored);
    });
  }

  function clear(tenantId: string, name: string): Promise<void> {
    return inTurn(() => remove(keyOf({ tenantId, name })));
  }

  async function remove(key: string): Promise<void> {
    await folder.remove(key);
    timers.delete(key);
  }

  async function fireDue(): Promise<void> {
    const due = [...timers.values()].filter((timer) => new Date(timer.at) <= now() && !firing.has(timer));
    for (const timer of due) {
      firing.add(timer);
      const { settled } = await bus.putAndSettle(() => bus.put([toBusEntry(timer)]));
      void settled.then(() => forget(timer)).catch(onError);
    }
  }

  /** Unless the timer was set again meanwhile. */
  async function forget(timer: StoredTimer): Promise<void> {
    await inTurn(async () => {
      if (timers.get(keyOf(timer)) === timer) await remove(keyOf(timer));
    });
    firing.delete(timer);
  }

  return { schedules: { set, clear }, fireDue };
}

function keyOf({ tenantId, name }: { tenantId: string; name: string }): string {
  return `${tenantId}/${name}`;
}

function toBusEntry({ event }: StoredTimer): BusEntry {
  return { Source: EVENT_SOURCE, DetailType: event.type, Detail: JSON.stringify(event) };
}
