import { useQueryClient } from '@tanstack/react-query';
import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { learnNames } from '../names';
import { titleOf } from '../record-title';
import { changeCached, changeInTimelines, refreshTimelines, withChanges } from './cache';
import { withLostReason } from './lost-reason';
import type { Values } from './merge-changes';
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
    const changes = await withLostReason(client, {
      info,
      deals: { title: titleOf(info, base) },
      isLost: base.status === 'lost',
      changes: asked,
    });
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

function pick(record: RecordData, fields: readonly string[]): Values {
  return Object.fromEntries(fields.map((field) => [field, record[field]]));
}
