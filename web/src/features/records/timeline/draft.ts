import type { ActivityKind } from './activity-kinds';
import { type Reminder, remindAt } from './reminder';

/** What is asked for each kind, besides its text. */
export const DRAFT_FIELDS: Record<ActivityKind, readonly string[]> = {
  note: [],
  task: ['at', 'priority', 'ownerId'],
  call: ['at', 'direction', 'durationMinutes'],
  meeting: ['at', 'durationMinutes', 'ownerId'],
  email: ['at', 'direction'],
};

export interface Draft {
  kind: ActivityKind;
  subject: string;
  body: string;
  values: Record<string, unknown>;
  reminder: Reminder;
}

const SUBJECT_LENGTH = 200;

export function emptyDraft(kind: ActivityKind, now: string): Draft {
  const isPast = kind === 'call' || kind === 'email';
  return {
    kind,
    subject: '',
    body: '',
    values: {
      ...(isPast ? { at: now } : {}),
      ...(kind === 'email' || kind === 'call' ? { direction: 'outbound' } : {}),
    },
    reminder: 'none',
  };
}

/** The activity to create. A note has no subject of its own: its first line is. */
export function toActivity(draft: Draft, regardingId: string): Record<string, unknown> {
  const { kind, values, reminder } = draft;
  const body = draft.body.trim();
  const subject = kind === 'note' ? (body.split('\n')[0] ?? '') : draft.subject.trim();
  const isAllInSubject = kind === 'note' && body === subject && subject.length <= SUBJECT_LENGTH;
  const asked = Object.entries(values).filter(
    ([field, value]) => DRAFT_FIELDS[kind].includes(field) && value !== null && value !== undefined,
  );
  const reminderAt = remindAt(reminder, values.at);
  return {
    kind,
    subject: subject.slice(0, SUBJECT_LENGTH),
    ...(body && !isAllInSubject ? { body } : {}),
    regardingId,
    ...Object.fromEntries(asked),
    ...(reminderAt ? { remindAt: reminderAt } : {}),
  };
}

export function isBlank(draft: Draft): boolean {
  return (draft.kind === 'note' ? draft.body : draft.subject).trim() === '';
}
