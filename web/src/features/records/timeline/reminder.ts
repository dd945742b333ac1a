/** How long before something the person wants to hear of it; for a task without a time there is nothing to precede. */
export const REMINDERS = ['none', 'atTime', 'minutes15', 'hour', 'day'] as const;
export type Reminder = (typeof REMINDERS)[number];

const LEAD_MS: Record<Exclude<Reminder, 'none'>, number> = {
  atTime: 0,
  minutes15: 15 * 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

export function remindAt(reminder: Reminder, at: unknown): string | undefined {
  if (reminder === 'none' || typeof at !== 'string') return undefined;
  return new Date(Date.parse(at) - LEAD_MS[reminder]).toISOString();
}
