import { VinculoProblem } from '@vinculo/client/problem';
import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { vinculo } from '../client';
import { mergeChanges, type Values } from './merge-changes';
import { conflictQuestions } from './questions';
import { isRecord } from './value-shapes';

/** Two people who type at the same time may meet again; this often in a row is a fault, not people. */
const MAX_ROUNDS = 6;

interface SaveRequest {
  info: RecordTypeInfo;
  /** The record as it was when the person began to change it. */
  base: RecordData;
  changes: Values;
}

/**
 * Saves changes on top of whatever the record has become since it was read. Fields that others changed stay as they
 * made them; where both changed one, the person decides. Resolves to the record as it is then.
 */
export async function saveRecord({ info, base, changes }: SaveRequest): Promise<RecordData> {
  let known = base;
  let pending: Values = changes;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    try {
      return await vinculo.records(info.plural).update(known.id, known.version, { ...pending });
    } catch (error) {
      const current = currentOf(error);
      if (!current) throw error;
      const { changes: mergeable, conflicts } = mergeChanges(known, pending, current);
      const chosen = conflicts.length > 0 ? await conflictQuestions.ask({ info, current, conflicts }) : {};
      if (chosen === null) return current;
      pending = { ...mergeable, ...chosen };
      known = current;
      if (Object.keys(pending).length === 0) return current;
    }
  }
  throw new Error('The record kept changing while it was saved');
}

/** The record as the server has it now, when that is why it refused. */
export function currentOf(error: unknown): RecordData | undefined {
  const isStale = error instanceof VinculoProblem && error.status === 412;
  return isStale && isRecord(error.body.current) ? error.body.current : undefined;
}
