import { describe, expect, it } from 'vitest';
import { isSubscribed } from './event-pattern';

describe('isSubscribed', () => {
  it('sends an event to the consumers of its type, of its verb and of everything', () => {
    const event = { type: 'contact.created' };
    expect(isSubscribed({ on: ['contact.created'] }, event)).toBe(true);
    expect(isSubscribed({ on: ['lead.*', 'contact.*'] }, event)).toBe(true);
    expect(isSubscribed({ on: ['*.created'] }, event)).toBe(true);
    expect(isSubscribed({ on: ['*'] }, event)).toBe(true);
    expect(isSubscribed({ on: ['contact.updated', 'lead.*', '*.deleted'] }, event)).toBe(false);
  });

  it('sends a timer only to the consumers that name it, or name none', () => {
    const event = { type: 'timer.due', data: { timer: 'trial-ends' } };
    expect(isSubscribed({ on: ['timer.due'], timers: ['trial-ends'] }, event)).toBe(true);
    expect(isSubscribed({ on: ['timer.due'], timers: ['reminder'] }, event)).toBe(false);
    expect(isSubscribed({ on: ['timer.due'] }, event)).toBe(true);
  });
});
