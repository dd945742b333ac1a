import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useQueryClient } from '@tanstack/react-query';
import type {
  Board as BoardData,
  BoardCard as Card,
  Condition,
  Pipeline,
  RecordTypeInfo,
  Stage,
} from '@vinculo/client/types';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useAccess } from '../../../lib/access';
import { vinculo } from '../../../lib/client';
import { learnNames } from '../../../lib/names';
import { openOverlay } from '../../../lib/overlays';
import { isRotting } from '../../../lib/rotting';
import { useProblemNotice } from '../../../lib/use-problem-notice';
import { withMoreCards } from '../api/board-cache';
import { boardQuery } from '../api/board-query';
import { useMoveCard } from '../api/use-move-card';
import classes from './board.module.css';
import { CardFace } from './board-card';
import { BoardColumn } from './board-column';
import { columnByArrow } from './column-by-arrow';
import { useBoardAnnouncements } from './use-board-announcements';

interface BoardProps {
  info: RecordTypeInfo;
  board: BoardData;
  pipeline: Pipeline;
  filter: Condition[];
}

/** A pipeline as columns. Cards move by dragging, by Space and arrow keys, or by their menu. */
export function Board({ info, board, pipeline, filter }: BoardProps) {
  const access = useAccess();
  const [dragged, setDragged] = useState<Card>();
  const { loadMore, loadingStageId } = useMoreCards(pipeline.id, filter);
  const accessibility = useBoardAnnouncements(pipeline);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: columnByArrow }),
  );
  const move = useMoveCard(info);
  const cards = board.columns.flatMap(({ items }) => items);
  const mayMove = (card: Card) =>
    access.canOn('update', card) && access.field('opportunity', 'stageId') === 'edit';

  function onDragEnd({ active, over }: DragEndEvent): void {
    setDragged(undefined);
    const card = cards.find(({ id }) => id === active.id);
    const to = pipeline.stages.find(({ id }) => id === over?.id);
    if (card && to) void move(card, to);
  }

  return (
    <DndContext
      sensors={sensors}
      // A pointer means the column under it; the keyboard moves the card's own box.
      collisionDetection={(args) => (args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args))}
      accessibility={accessibility}
      onDragStart={({ active }) => setDragged(cards.find(({ id }) => id === active.id))}
      onDragCancel={() => setDragged(undefined)}
      onDragEnd={onDragEnd}
    >
      <div className={classes.board}>
        {pipeline.stages.map((stage) => (
          <BoardColumn
            key={stage.id}
            stage={stage}
            column={board.columns.find(({ stageId }) => stageId === stage.id) ?? emptyColumn(stage)}
            baseCurrency={board.baseCurrency}
            stages={pipeline.stages}
            mayMove={mayMove}
            onMove={(card, to) => void move(card, to)}
            onCreate={
              stage.kind === 'open' && access.can('create', 'opportunity')
                ? () =>
                    openOverlay({
                      kind: 'create',
                      type: 'opportunity',
                      values: { pipelineId: pipeline.id, stageId: stage.id },
                    })
                : undefined
            }
            onMore={() => void loadMore(board, stage)}
            isLoadingMore={loadingStageId === stage.id}
          />
        ))}
      </div>
      {createPortal(
        <DragOverlay>
          {dragged ? (
            <div className={classes.card} data-overlay>
              <CardFace card={dragged} />
            </div>
          ) : null}
        </DragOverlay>,
        document.body,
      )}
    </DndContext>
  );
}

function useMoreCards(pipelineId: string, filter: Condition[]) {
  const client = useQueryClient();
  const onError = useProblemNotice();
  const [loadingStageId, setLoadingStageId] = useState<string>();

  async function loadMore(board: BoardData, stage: Stage): Promise<void> {
    const column = board.columns.find(({ stageId }) => stageId === stage.id);
    if (!column?.nextCursor) return;
    setLoadingStageId(stage.id);
    try {
      const page = await vinculo
        .records('opportunities')
        .list({ filter: column.filter, cursor: column.nextCursor, limit: 50 });
      learnNames(page.names);
      const items = page.items.map((card) => ({ ...card, isRotting: isRotting(card, stage) }));
      client.setQueryData(boardQuery(pipelineId, filter).queryKey, (shown) =>
        shown ? withMoreCards(shown, stage.id, { items, nextCursor: page.nextCursor }) : shown,
      );
    } catch (error) {
      onError(error);
    } finally {
      setLoadingStageId(undefined);
    }
  }
  return { loadMore, loadingStageId };
}

function emptyColumn(stage: Stage): BoardData['columns'][number] {
  return {
    stageId: stage.id,
    count: 0,
    totals: [],
    baseTotalMinor: 0,
    isComplete: true,
    items: [],
    nextCursor: null,
    filter: [],
  };
}
