import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { createQuestions } from '../questions';
import type { FieldConflict } from './merge-changes';

export interface ConflictQuestion {
  info: RecordTypeInfo;
  /** The record as it is now, with who changed it and when. */
  current: RecordData;
  conflicts: readonly FieldConflict[];
}

/** Two people changed the same fields: what shall each be? The answer is by field; without one theirs stay. */
export const conflictQuestions = createQuestions<ConflictQuestion, Record<string, unknown>>();

/** One deal by its name, or several. */
export type LostDeals = { title: string } | { count: number };

/** Deals move to a lost stage: why? */
export const lostReasonQuestions = createQuestions<LostDeals, string>();
