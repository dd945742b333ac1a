import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { LazyPopup } from '../../../components/ui/lazy-popup';
import { useLabel } from '../../../lib/metadata';
import { preloadable } from '../../../lib/preloadable';
import type { FieldDef } from '../../../lib/record-fields';
import { nextSort } from '../list/list-state';
import { ColumnMenuButton } from './column-menu-button';
import { isFigure } from './column-widths';
import classes from './grid-header.module.css';
import { moveColumn } from './move-column';
import type { RecordGridProps } from './record-grid';
import { useResizing } from './use-resizing';

const ColumnMenu = preloadable(() => import('./column-menu'));

export type HeaderProps = Pick<
  RecordGridProps,
  'fields' | 'sort' | 'onSort' | 'widths' | 'onWidths' | 'onColumns' | 'onFilter'
>;

interface HeaderCellProps {
  field: FieldDef;
  index: number;
  width: number;
  isActive: boolean;
  onFocus: () => void;
  props: HeaderProps;
}

const DRAG_TYPE = 'application/x-vinculo-column';

/** A column's name: a press sorts, an edge resizes, dragging moves it, and its menu does all of it by keys. */
export function HeaderCell({ field, index, width, isActive, onFocus, props }: HeaderCellProps) {
  const label = useLabel()(field.labels, field.name);
  const { fields, sort, onSort, onColumns } = props;
  const [isTarget, setTarget] = useState(false);
  const [isOnEdge, setOnEdge] = useState(false);
  const { isResizing, handlers } = useResizing(field.name, width, props);
  const order = sort === field.name ? 'ascending' : sort === `-${field.name}` ? 'descending' : 'none';
  // The name of the record stays the first column.
  const isFixed = index === 0;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    onSort(nextSort(sort, field.name));
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setTarget(false);
    const dragged = event.dataTransfer.getData(DRAG_TYPE);
    if (dragged)
      onColumns(
        moveColumn(
          fields.map(({ name }) => name),
          dragged,
          index,
        ),
      );
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of ten thousand rows is drawn row by row.
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={order}
      tabIndex={isActive ? 0 : -1}
      data-cell={`-1:${index + 1}`}
      data-figure={isFigure(field.kind) || undefined}
      data-first={isFixed || undefined}
      data-target={isTarget || undefined}
      className={classes.cell}
      style={{ width: `var(--column-${index + 1})` }}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={() => onSort(nextSort(sort, field.name))}
      // Dragging the edge resizes; it must not lift the whole column.
      draggable={!isFixed && !isOnEdge && !isResizing}
      onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, field.name)}
      onDragOver={(event) => {
        if (isFixed || !event.dataTransfer.types.includes(DRAG_TYPE)) return;
        event.preventDefault();
        setTarget(true);
      }}
      onDragLeave={() => setTarget(false)}
      onDrop={onDrop}
    >
      <span className={classes.label} title={label}>
        {label}
      </span>
      {order === 'ascending' ? <IconArrowUp size={13} className={classes.arrow} aria-hidden /> : null}
      {order === 'descending' ? <IconArrowDown size={13} className={classes.arrow} aria-hidden /> : null}
      <LazyPopup
        preload={ColumnMenu.preload}
        target={(trigger) => <ColumnMenuButton label={label} {...trigger} />}
        popup={<ColumnMenu field={field} index={index} label={label} props={props} />}
      />
      <span
        className={classes.handle}
        data-resizing={isResizing || undefined}
        onPointerEnter={() => setOnEdge(true)}
        onPointerLeave={() => setOnEdge(false)}
        onClick={(event) => event.stopPropagation()}
        {...handlers}
        aria-hidden
      />
    </div>
  );
}
