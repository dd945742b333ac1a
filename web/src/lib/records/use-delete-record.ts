import { useQueryClient } from '@tanstack/react-query';
import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../client';
import { notifyError, notifyUndo } from '../notify';
import { useProblemText } from '../problem-text';
import { titleOf } from '../record-title';
import { changeCached, changeInTimelines, refreshLists, refreshTimelines } from './cache';

/** Deletes at once and offers the way back. Resolves to whether it is gone. */
export function useDeleteRecord(info: RecordTypeInfo) {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const { describe } = useProblemText();

  async function restore(id: string): Promise<void> {
    try {
      const restored = await vinculo.records(info.plural).restore(id);
      client.setQueryData(['records', info.plural, 'one', id], restored);
      await Promise.all([refreshLists(client, info.plural), refreshTimelines(client)]);
    } catch (error) {
      notifyError(describe(error).title);
    }
  }

  return async function remove(record: RecordData): Promise<boolean> {
    try {
      await vinculo.records(info.plural).delete(record.id, record.version);
    } catch (error) {
      notifyError(describe(error).title);
      await client.invalidateQueries({ queryKey: ['records', info.plural, 'one', record.id] });
      return false;
    }
    changeCached(client, info.plural, record.id, () => null);
    if (info.name === 'activity') changeInTimelines(client, record.id, () => null);
    notifyUndo(t('page.deleted', { title: titleOf(info, record) }), () => void restore(record.id));
    return true;
  };
}
