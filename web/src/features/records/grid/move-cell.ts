/** A place in the grid. Row -1 is the header; column 0 holds the check boxes. */
export interface CellPosition {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
  /** Rows that fit on the screen. */
  page: number;
}

interface Key {
  key: string;
  isWithControl: boolean;
}

/** Where a key leads, as the ARIA pattern of a grid says; `undefined` for a key that doesn't move. */
export function moveCell(
  from: CellPosition,
  { key, isWithControl }: Key,
  size: GridSize,
): CellPosition | undefined {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const at = (row: number, column: number): CellPosition => ({
    row: Math.max(-1, Math.min(lastRow, row)),
    column: Math.max(0, Math.min(lastColumn, column)),
  });
  switch (key) {
    case 'ArrowUp':
      return at(isWithControl ? 0 : from.row - 1, from.column);
    case 'ArrowDown':
      return at(isWithControl ? lastRow : from.row + 1, from.column);
    case 'ArrowLeft':
      return at(from.row, isWithControl ? 0 : from.column - 1);
    case 'ArrowRight':
      return at(from.row, isWithControl ? lastColumn : from.column + 1);
    case 'Home':
      return isWithControl ? at(0, 0) : at(from.row, 0);
    case 'End':
      return isWithControl ? at(lastRow, lastColumn) : at(from.row, lastColumn);
    case 'PageUp':
      return at(Math.max(0, from.row - size.page), from.column);
    case 'PageDown':
      return at(from.row + size.page, from.column);
    default:
      return undefined;
  }
}

/** The cell to edit after one is saved by Tab: the next editable one of the row, then of the next row. */
export function nextEditable(
  from: CellPosition,
  step: 1 | -1,
  size: GridSize,
  canEdit: (position: CellPosition) => boolean,
): CellPosition | undefined {
  const total = size.rows * size.columns;
  let index = from.row * size.columns + from.column + step;
  for (; index >= 0 && index < total; index += step) {
    const position = { row: Math.floor(index / size.columns), column: index % size.columns };
    if (canEdit(position)) return position;
  }
  return undefined;
}
