import { describe, expect, it } from 'vitest';
import { emptyDraft, isBlank, toActivity } from './draft';

const now = '2026-11-24T10:00:00.000Z';

describe('what the composer writes', () => {
  it('takes the first line of a note for its subject and keeps the whole text', () => {
    const draft = { ...emptyDraft('note', now), body: 'They want a discount\nTen percent, at least.' };
    expect(toActivity(draft, 'acc_1')).toEqual({
      kind: 'note',
      subject: 'They want a discount',
      body: 'They want a discount\nTen percent, at least.',
      regardingId: 'acc_1',
    });
  });

  it('cuts a long subject and loses nothing of the text', () => {
    const body = 'x'.repeat(300);
    expect(toActivity({ ...emptyDraft('note', now), body }, 'acc_1')).toMatchObject({
      subject: 'x'.repeat(200),
      body,
    });
  });

  it('counts a reminder back from the time of what it reminds of', () => {
    const draft = {
      ...emptyDraft('meeting', now),
      subject: 'Review',
      values: { at: '2026-12-01T09:00:00.000Z' },
      reminder: 'hour' as const,
    };
    expect(toActivity(draft, 'acc_1').remindAt).toBe('2026-12-01T08:00:00.000Z');
  });

  it('leaves out what the kind does not ask for', () => {
    const draft = {
      ...emptyDraft('task', now),
      subject: 'Call back',
      values: { direction: 'inbound', priority: 'high' },
    };
    expect(toActivity(draft, 'acc_1')).toEqual({
      kind: 'task',
      subject: 'Call back',
      regardingId: 'acc_1',
      priority: 'high',
    });
  });

  it('is blank until it says something', () => {
    expect(isBlank({ ...emptyDraft('task', now), body: 'x' })).toBe(true);
    expect(isBlank({ ...emptyDraft('note', now), body: ' x ' })).toBe(false);
  });
});
