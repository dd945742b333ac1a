import { useQueryClient } from '@tanstack/react-query';
import type { Board, BoardCard, RecordTypeInfo, Stage } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { notifyError, notifyUndo } from '../../../lib/notify';
import { useProblemText } from '../../../lib/problem-text';
import { useSaveRecord } from '../../../lib/records/use-save-record';
import { withMovedCard } from './board-cache';

const BOARDS = { queryKey: ['records', 'opportunities', 'board'] };
const FORECASTS = { queryKey: ['records', 'opportunities', 'forecast'] };

/** Moves a card to another stage: at once on the screen, back where it was when refused, and with a way back. */
export function useMoveCard(info: RecordTypeInfo) {
  const { t } = useTranslation('pipelines');
  const { describe } = useProblemText();
  const client = useQueryClient();
  const save = useSaveRecord(info);

  async function place(card: BoardCard, stageId: string, isUndo: boolean): Promise<BoardCard | undefined> {
    const changes = { stageId, ...(isUndo && card.status === 'lost' ? { lostReason: null } : {}) };
    client.setQueriesData<Board>(BOARDS, (board) => board && withMovedCard(board, card.id, stageId));
    try {
      const saved = await save(card, changes);
      return saved.version === card.version ? undefined : { ...saved, isRotting: false };
    } catch (error) {
      notifyError(describe(error).title);
      return undefined;
    } finally {
      await Promise.all([client.invalidateQueries(BOARDS), client.invalidateQueries(FORECASTS)]);
    }
  }

  return async function move(card: BoardCard, to: Stage): Promise<void> {
    const from = String(card.stageId);
    if (from === to.id) return;
    const moved = await place(card, to.id, false);
    if (!moved) return;
    notifyUndo(t('moved', { name: String(card.name), stage: to.name }), () => void place(moved, from, true));
  };
}
