import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { CellPosition } from './move-cell';

export interface GridFocus {
  /** The one cell that Tab reaches. */
  active: CellPosition;
  /** Makes a cell the active one without moving the focus: it has it already. */
  activate: (position: CellPosition) => void;
  /** Makes a cell the active one and scrolls it into sight; the focus stays, for an editor over the cell takes it. */
  reveal: (position: CellPosition) => void;
  /** Goes to a cell, scrolling it into sight first. */
  focusCell: (position: CellPosition) => void;
}

/** Frames to wait for a row that has to be drawn before it can take the focus. */
const PATIENCE = 8;

export function useGridFocus(
  grid: RefObject<HTMLElement | null>,
  scrollToRow: (row: number) => void,
): GridFocus {
  const [active, setActive] = useState<CellPosition>({ row: 0, column: 1 });
  const wanted = useRef(0);
  const scroll = useRef(scrollToRow);
  // With what is drawn, not after it: a key may come between, and must find the rows that it was pressed for.
  useLayoutEffect(() => {
    scroll.current = scrollToRow;
  });

  const activate = useCallback((position: CellPosition) => {
    setActive((current) =>
      current.row === position.row && current.column === position.column ? current : position,
    );
  }, []);

  const reveal = useCallback((position: CellPosition) => {
    setActive(position);
    if (position.row >= 0) scroll.current(position.row);
    // A move of the focus that still waits for its row must not come after this.
    wanted.current += 1;
  }, []);

  const focusCell = useCallback(
    (position: CellPosition) => {
      setActive(position);
      if (position.row >= 0) scroll.current(position.row);
      wanted.current += 1;
      const turn = wanted.current;
      const attempt = (left: number): void => {
        if (turn !== wanted.current) return;
        const cell = findCell(grid.current, position);
        if (cell) {
          cell.focus({ preventScroll: true });
          cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        } else if (left > 0) {
          requestAnimationFrame(() => attempt(left - 1));
        }
      };
      attempt(PATIENCE);
    },
    [grid],
  );

  return { active, activate, reveal, focusCell };
}

export function findCell(grid: HTMLElement | null, { row, column }: CellPosition): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null;
}
