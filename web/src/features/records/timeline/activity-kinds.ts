import {
  type Icon,
  IconCalendarEvent,
  IconCheckbox,
  IconMail,
  IconNote,
  IconPhone,
} from '@tabler/icons-react';

export const ACTIVITY_KINDS = ['note', 'task', 'call', 'meeting', 'email'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const ACTIVITY_GLYPHS: Record<ActivityKind, { glyph: Icon; color: string }> = {
  note: { glyph: IconNote, color: 'yellow' },
  task: { glyph: IconCheckbox, color: 'blue' },
  call: { glyph: IconPhone, color: 'teal' },
  meeting: { glyph: IconCalendarEvent, color: 'grape' },
  email: { glyph: IconMail, color: 'indigo' },
};

export function toActivityKind(value: unknown): ActivityKind {
  return ACTIVITY_KINDS.find((kind) => kind === value) ?? 'note';
}
