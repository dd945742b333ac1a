import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

/** Arrow keys carry a lifted card from column to column, not pixel by pixel. */
export const columnByArrow: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const columns = [...context.droppableRects.entries()].toSorted(([, a], [, b]) => a.left - b.left);
  const over = columns.findIndex(([id]) => id === context.over?.id);
  const target = columns[over + step]?.[1];
  return target ? { x: target.left + 8, y: Math.max(target.top + 48, currentCoordinates.y) } : undefined;
};
