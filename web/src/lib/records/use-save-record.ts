import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { learnNames } from '../names';
import { titleOf } from '../record-title';
import { pipelinesQuery } from '../workspace';
import { changeCached, changeInTimelines, refreshTimelines, withChanges } from './cache';
import type { Values } from './merge-changes';
import { lostReasonQuestions } from './questions';
import { saveRecord } from './save-record';

/**
 * Saves a change of one record. The screen shows it at once; if it is refused, the fields go back to what they were
 * and the returned promise rejects with the reason.
 */
export function useSaveRecord(info: RecordTypeInfo) {
  const client = useQueryClient();

  function show(id: string, change: (record: RecordData) => RecordData): void {
    changeCached(client, info.plural, id, change);
    if (info.name === 'activity') changeInTimelines(client, id, change);
  }

  return async function save(base: RecordData, asked: Values): Promise<RecordData> {
    const changes = await withLostReason(client, info, base, asked);
    if (!changes) return base;
    show(base.id, (record) => withChanges(record, changes));
    try {
      const saved = await saveRecord({ info, base, changes });
      show(base.id, () => saved);
      learnNames({ [saved.id]: titleOf(info, saved) });
      void refreshTimelines(client);
      return saved;
    } catch (error) {
      show(base.id, (record) => withChanges(record, pick(base, Object.keys(changes))));
      throw error;
    }
  };
}

/** The server wants to know why a deal is lost, so the person is asked before it is moved. `null`: thought better of it. */
async function withLostReason(
  client: QueryClient,
  info: RecordTypeInfo,
  base: RecordData,
  changes: Values,
): Promise<Values | null> {
  if (info.name !== 'opportunity' || typeof changes.stageId !== 'string') return changes;
  if (changes.lostReason || base.status === 'lost') return changes;
  const { items } = await client.ensureQueryData(pipelinesQuery);
  const stage = items.flatMap(({ stages }) => stages).find(({ id }) => id === changes.stageId);
  if (stage?.kind !== 'lost') return changes;
  const lostReason = await lostReasonQuestions.ask({ title: titleOf(info, base) });
  return lostReason === null ? null : { ...changes, lostReason };
}

function pick(record: RecordData, fields: readonly string[]): Values {
  return Object.fromEntries(fields.map((field) => [field, record[field]]));
}
