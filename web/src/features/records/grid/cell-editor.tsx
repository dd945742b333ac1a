import { Portal } from '@mantine/core';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { InlineEditor } from '../../../components/fields/inline-editor';
import classes from './cell-editor.module.css';
import type { CellEditing } from './use-cell-editing';
import { findCell } from './use-grid-focus';

interface CellEditorProps {
  scroller: RefObject<HTMLElement | null>;
  editing: CellEditing;
}

/** The editor lies over its cell, outside the table, so that neither its edges nor its rows cut it off. */
export default function CellEditor({ scroller, editing }: CellEditorProps) {
  const { cell, save, cancel } = editing;
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number; width: number } | null>(null);

  useLayoutEffect(() => {
    const grid = scroller.current;
    if (!cell || !grid) return;
    function follow(): void {
      const target = cell && findCell(grid, cell.position);
      if (target) setPlace(placeOver(target.getBoundingClientRect(), box.current));
    }
    follow();
    grid.addEventListener('scroll', follow, { passive: true });
    window.addEventListener('resize', follow);
    return () => {
      grid.removeEventListener('scroll', follow);
      window.removeEventListener('resize', follow);
    };
  }, [cell, scroller]);

  if (!cell) return null;
  const { field, record, refused } = cell;
  const stored = record[field.name];
  return (
    <Portal>
      <div
        ref={box}
        className={classes.box}
        style={place ? { left: place.left, top: place.top, minWidth: place.width } : { visibility: 'hidden' }}
      >
        <InlineEditor
          field={field}
          value={refused ? refused.value : stored}
          original={stored}
          errors={refused?.errors}
          onSave={save}
          onCancel={cancel}
        />
      </div>
    </Portal>
  );
}

const MARGIN = 8;

function placeOver(cell: DOMRect, box: HTMLElement | null): { left: number; top: number; width: number } {
  const { offsetHeight = 0, offsetWidth = 0 } = box ?? {};
  const width = Math.max(cell.width, 208);
  return {
    left: Math.max(MARGIN, Math.min(cell.left, window.innerWidth - Math.max(width, offsetWidth) - MARGIN)),
    top: Math.max(MARGIN, Math.min(cell.top, window.innerHeight - offsetHeight - MARGIN)),
    width,
  };
}
