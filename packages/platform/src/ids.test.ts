import { describe, expect, it } from 'vitest';
import { isIdOf, newEventId, newId, timeOfId } from './ids';

describe('newId', () => {
  it('carries its prefix and its time, and is told from ids of other types (T11)', () => {
    const id = newId('con', new Date('2026-03-02T09:00:00.000Z'));
    expect(isIdOf('con', id)).toBe(true);
    expect(isIdOf('acc', id)).toBe(false);
    expect(timeOfId(id).toISOString()).toBe('2026-03-02T09:00:00.000Z');
  });
});

describe('newEventId', () => {
  it('sorts after every earlier one, even within a millisecond or after a small step back of the clock', () => {
    const at = Date.now();
    const ids = [0, 0, 5, 3, 5].map((ms) => newEventId(new Date(at + ms)));
    expect([...ids].sort()).toEqual(ids);
  });

  it('sorts where it belongs when it tells of the past', () => {
    newEventId();
    const past = new Date('2025-01-31T10:00:00.000Z');
    expect(timeOfId(newEventId(past))).toEqual(past);
  });
});
