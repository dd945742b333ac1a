import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { FieldValue } from '../../../components/fields/field-value';
import { RecordLink } from '../../../components/fields/values/record-link';
import { EntityIcon } from '../../../components/ui/entity-icon';
import type { FieldDef } from '../../../lib/record-fields';
import { titleOf } from '../../../lib/record-title';
import { isEmptyValue } from '../../../lib/records/value-shapes';
import { isFigure } from './column-widths';
import classes from './grid-cell.module.css';

interface GridCellProps {
  info: RecordTypeInfo;
  record: RecordData;
  field: FieldDef;
  row: number;
  column: number;
  isActive: boolean;
  onFocusCell: (row: number, column: number) => void;
  onEditCell: (row: number, column: number) => void;
}

export function GridCell({
  info,
  record,
  field,
  row,
  column,
  isActive,
  onFocusCell,
  onEditCell,
}: GridCellProps) {
  const value = record[field.name];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of ten thousand rows is drawn row by row.
    <div
      role="gridcell"
      aria-colindex={column + 1}
      data-cell={`${row}:${column}`}
      data-figure={isFigure(field.kind) || undefined}
      data-first={column === 1 || undefined}
      className={classes.cell}
      style={{ width: `var(--column-${column})` }}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => onFocusCell(row, column)}
      onDoubleClick={() => onEditCell(row, column)}
    >
      {column === 1 ? (
        <NameLink info={info} record={record} field={field} />
      ) : isEmptyValue(value) ? null : (
        <FieldValue field={field} value={value} variant="cell" />
      )}
    </div>
  );
}

/** The first column leads to the record. */
function NameLink({ info, record, field }: Pick<GridCellProps, 'info' | 'record' | 'field'>) {
  const value = record[field.name];
  const title = titleOf(info, record);
  return (
    <RecordLink plural={info.plural} id={record.id} isInCell className={classes.name} title={title}>
      <EntityIcon type={info.name} />
      <span className={classes.title} data-stand-in={isEmptyValue(value) || undefined}>
        {isEmptyValue(value) ? title : String(value)}
      </span>
    </RecordLink>
  );
}
