import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { memo } from 'react';
import { TickBox } from '../../../components/ui/tick-box';
import type { FieldDef } from '../../../lib/record-fields';
import { titleOf } from '../../../lib/record-title';
import { GridCell } from './grid-cell';
import cellClasses from './grid-cell.module.css';
import classes from './grid-row.module.css';

interface GridRowProps {
  info: RecordTypeInfo;
  record: RecordData;
  index: number;
  /** Where it stands, in pixels from the first. */
  offset: number;
  fields: readonly FieldDef[];
  isSelected: boolean;
  /** The column of the active cell, if it is in this row. */
  activeColumn: number;
  onFocusCell: (row: number, column: number) => void;
  onEditCell: (row: number, column: number) => void;
  onSelect: (row: number, isRange: boolean) => void;
  selectLabel: (title: string) => string;
}

export const GridRow = memo(function GridRow({
  info,
  record,
  index,
  offset,
  fields,
  isSelected,
  activeColumn,
  onFocusCell,
  onEditCell,
  onSelect,
  selectLabel,
}: GridRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of ten thousand rows is drawn row by row.
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus, as the pattern of a grid has it.
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes.row}
      style={{ transform: `translateY(${offset}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table of ten thousand rows is drawn row by row. */}
      <div
        role="gridcell"
        aria-colindex={1}
        data-cell={`${index}:0`}
        className={cellClasses.select}
        tabIndex={activeColumn === 0 ? 0 : -1}
        onFocus={() => onFocusCell(index, 0)}
      >
        <TickBox
          tabIndex={-1}
          checked={isSelected}
          aria-label={selectLabel(titleOf(info, record))}
          // A press with Shift selects everything since the last one.
          onClick={(event) => onSelect(index, event.shiftKey)}
          onChange={() => undefined}
        />
      </div>
      {fields.map((field, position) => (
        <GridCell
          key={field.name}
          info={info}
          record={record}
          field={field}
          row={index}
          column={position + 1}
          isActive={activeColumn === position + 1}
          onFocusCell={onFocusCell}
          onEditCell={onEditCell}
        />
      ))}
    </div>
  );
});
