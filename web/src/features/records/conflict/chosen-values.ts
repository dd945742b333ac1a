import type { FieldConflict } from '../../../lib/records/merge-changes';

export const CHOICES = ['theirs', 'mine', 'original'] as const;
export type Choice = (typeof CHOICES)[number];

/** What has to be written for the choices; theirs is there already. */
export function chosenValues(
  conflicts: readonly FieldConflict[],
  choiceOf: (field: string) => Choice,
): Record<string, unknown> {
  const written = conflicts.filter(({ field }) => choiceOf(field) !== 'theirs');
  return Object.fromEntries(
    written.map((conflict) => [conflict.field, conflict[choiceOf(conflict.field)] ?? null]),
  );
}
