import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { Suspense, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import { preloadable } from '../../../lib/preloadable';
import type { FieldDef } from '../../../lib/record-fields';
import { usePlainLinks } from '../../../lib/use-plain-links';
import { usePreload } from '../../../lib/use-preload';
import { columnWidths, SELECT_WIDTH, type Widths } from './column-widths';
import { GridHeader } from './grid-header';
import { GridRow } from './grid-row';
import classes from './record-grid.module.css';
import { useCellEditing } from './use-cell-editing';
import { useGridFocus } from './use-grid-focus';
import { useGridKeys } from './use-grid-keys';
import { useRowWindow } from './use-row-window';
import { type Selection, useSelect } from './use-selection';

export interface RecordGridProps {
  info: RecordTypeInfo;
  fields: readonly FieldDef[];
  records: readonly RecordData[];
  /** More pages follow. */
  hasMore: boolean;
  /** Called when the last rows come near; asks for the next page. */
  onNearEnd: () => void;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  widths: Widths;
  onWidths: (widths: Record<string, number>) => void;
  onColumns: (columns: string[]) => void;
  onFilter: (field: string) => void;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  /** Which list it is: another condition or order is another list, which starts at its own place. */
  place: string;
  /** Where the list was scrolled to when it was left. */
  initialOffset: number;
  onOffset: (offset: number) => void;
}

// Every kind of input comes with it; it is fetched while the person still looks.
const CellEditor = preloadable(() => import('./cell-editor'));

const ROW_HEIGHT = 36;
const HEADER_HEIGHT = 34;
const rowHeight = () => ROW_HEIGHT;
/** Rows before the end at which the next page is fetched, so that scrolling doesn't meet it. */
const AHEAD = 150;

/** Records as a table of cells that can be edited: an ARIA grid with one tab stop, drawn only where it is seen. */
export function RecordGrid(props: RecordGridProps) {
  const { info, fields, records, hasMore, onNearEnd, selection, onSelection } = props;
  const { t } = useTranslation('records');
  const label = useLabel();
  const scroller = useRef<HTMLDivElement>(null);
  const widths = columnWidths(fields, props.widths);
  const onSelect = useSelect({ records, selection, onSelection });
  const { rows, totalPx, scrollToRow } = useRowWindow({
    scroller,
    count: records.length,
    sizeOf: rowHeight,
    initialOffset: props.initialOffset,
    headerPx: HEADER_HEIGHT,
  });
  const lastSeen = rows.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && lastSeen > records.length - AHEAD) onNearEnd();
  }, [hasMore, lastSeen, records.length, onNearEnd]);

  usePreload(CellEditor.preload);
  const shownPlace = useRef(props.place);
  useEffect(() => {
    if (shownPlace.current === props.place) return;
    shownPlace.current = props.place;
    scroller.current?.scrollTo({ top: props.initialOffset });
  }, [props.place, props.initialOffset]);

  const focus = useGridFocus(scroller, scrollToRow);
  const editing = useCellEditing(info, fields, records, focus);
  const followLinks = usePlainLinks();
  const onKeyDown = useGridKeys({
    ...props,
    onSelect,
    focus,
    editing,
    page: Math.floor((scroller.current?.clientHeight ?? 600) / ROW_HEIGHT) - 1,
  });
  const selectLabel = useCallback((title: string) => t('list.select', { title }), [t]);
  const width = widths.reduce((sum, each) => sum + each, SELECT_WIDTH);
  const { activate } = focus;
  const { start } = editing;
  const onCellFocus = useCallback((row: number, column: number) => activate({ row, column }), [activate]);
  const onCellEdit = useCallback((row: number, column: number) => start({ row, column }), [start]);

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      onScroll={(event) => props.onOffset(event.currentTarget.scrollTop)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table of ten thousand rows is drawn row by row. */}
      <div
        role="grid"
        aria-label={label(info.labels.many)}
        aria-rowcount={hasMore ? -1 : records.length + 1}
        aria-colcount={fields.length + 1}
        aria-multiselectable
        className={classes.grid}
        style={{ width, ...columnVariables(widths) }}
        onKeyDown={onKeyDown}
        onClick={followLinks}
      >
        <GridHeader
          {...props}
          activeColumn={focus.active.row === -1 ? focus.active.column : -1}
          onFocusCell={onCellFocus}
        />
        <div role="presentation" className={classes.rows} style={{ height: totalPx }}>
          {rows.map(({ index, start: offset }) => {
            const record = records[index];
            return record ? (
              <GridRow
                key={record.id}
                info={info}
                record={record}
                index={index}
                offset={offset}
                fields={fields}
                isSelected={selection[record.id] === true}
                activeColumn={focus.active.row === index ? focus.active.column : -1}
                onFocusCell={onCellFocus}
                onEditCell={onCellEdit}
                onSelect={onSelect}
                selectLabel={selectLabel}
              />
            ) : null;
          })}
        </div>
      </div>
      {hasMore ? (
        <p className={classes.more} role="status">
          {t('list.loadingMore')}
        </p>
      ) : null}
      <Suspense>
        {editing.cell ? <CellEditor key={editing.cell.key} scroller={scroller} editing={editing} /> : null}
      </Suspense>
    </div>
  );
}

/** Widths as custom properties, so that dragging an edge draws no row again. */
function columnVariables(widths: readonly number[]): Record<string, string> {
  return Object.fromEntries(widths.map((width, index) => [`--column-${index + 1}`, `${width}px`]));
}
