import type { Board, BoardCard, BoardColumn } from '@vinculo/client/types';

/** The board with a card in another column. Totals follow from the server: they need the rates. */
export function withMovedCard(board: Board, cardId: string, stageId: string): Board {
  const card = board.columns.flatMap(({ items }) => items).find(({ id }) => id === cardId);
  if (!card || card.stageId === stageId) return board;
  const moved: BoardCard = { ...card, stageId, isRotting: false };
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column.stageId === stageId) return counted(column, [moved, ...column.items], 1);
      const rest = column.items.filter(({ id }) => id !== cardId);
      return rest.length === column.items.length ? column : counted(column, rest, -1);
    }),
  };
}

/** The board with the next cards of one column behind those it shows. */
export function withMoreCards(
  board: Board,
  stageId: string,
  more: { items: BoardCard[]; nextCursor: string | null },
): Board {
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column.stageId !== stageId) return column;
      const shown = new Set(column.items.map(({ id }) => id));
      const fresh = more.items.filter(({ id }) => !shown.has(id));
      return { ...column, items: [...column.items, ...fresh], nextCursor: more.nextCursor };
    }),
  };
}

function counted(column: BoardColumn, items: BoardCard[], difference: number): BoardColumn {
  return { ...column, items, count: column.count + difference };
}
