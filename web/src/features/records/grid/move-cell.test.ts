import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveCell, nextEditable } from './move-cell';

const size = { rows: 100, columns: 5, page: 20 };
const press = (key: string, isWithControl = false) => ({ key, isWithControl });

describe('moving through a grid by keys', () => {
  it('goes cell by cell, by pages and to the ends', () => {
    expect(moveCell({ row: 0, column: 1 }, press('ArrowUp'), size)).toEqual({ row: -1, column: 1 });
    expect(moveCell({ row: 3, column: 1 }, press('PageDown'), size)).toEqual({ row: 23, column: 1 });
    expect(moveCell({ row: 3, column: 1 }, press('End', true), size)).toEqual({ row: 99, column: 4 });
    expect(moveCell({ row: 3, column: 1 }, press('a'), size)).toBeUndefined();
  });

  it('never leaves the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    void fc.assert(
      fc.property(
        fc.record({ row: fc.integer({ min: -1, max: 99 }), column: fc.integer({ min: 0, max: 4 }) }),
        fc.constantFrom(...keys),
        fc.boolean(),
        (from, key, isWithControl) => {
          const to = moveCell(from, press(key, isWithControl), size);
          expect(to && to.row >= -1 && to.row < 100 && to.column >= 0 && to.column < 5).toBe(true);
        },
      ),
    );
  });

  it('finds the next cell that can be edited, over the end of a row', () => {
    const canEdit = ({ column }: { column: number }) => column === 2;
    expect(nextEditable({ row: 0, column: 2 }, 1, size, canEdit)).toEqual({ row: 1, column: 2 });
    expect(nextEditable({ row: 0, column: 2 }, -1, size, canEdit)).toBeUndefined();
  });
});
