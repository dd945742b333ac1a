import {
  type ColumnDef,
  columnResizingFeature,
  columnSizingFeature,
  type Row,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table';
import type { RecordData } from '@vinculo/client/types';
import { useMemo } from 'react';
import type { FieldDef } from '../../../lib/record-fields';
import { MAX_WIDTH, MIN_WIDTH, usualWidth } from './column-widths';

/** Sorting and filtering are the server's; the table keeps sizes and what is selected. */
export const features = tableFeatures({ columnSizingFeature, columnResizingFeature, rowSelectionFeature });

export type GridRow = Row<typeof features, RecordData>;
export type Selection = RowSelectionState;

function toColumns(
  fields: readonly FieldDef[],
  widths: Readonly<Record<string, number>>,
): ColumnDef<typeof features, RecordData, unknown>[] {
  return fields.map((field, index) => ({
    id: field.name,
    accessorFn: (record) => record[field.name],
    size: widths[field.name] ?? usualWidth(field.kind, index === 0),
    minSize: MIN_WIDTH,
    maxSize: MAX_WIDTH,
  }));
}

interface GridTableOptions {
  fields: readonly FieldDef[];
  records: readonly RecordData[];
  widths: Readonly<Record<string, number>>;
  onWidths: (widths: Record<string, number>) => void;
  selection: Selection;
  onSelection: (selection: Selection) => void;
}

export function useGridTable(options: GridTableOptions) {
  const { fields, records, widths, onWidths, selection, onSelection } = options;
  const columns = useMemo(() => toColumns(fields, widths), [fields, widths]);
  // The same options while nothing changes, so that a step of a scroll makes no new table.
  const tableOptions = useMemo(
    () => ({
      features,
      columns,
      data: records,
      getRowId: (record: RecordData) => record.id,
      columnResizeMode: 'onChange' as const,
      state: { rowSelection: selection, columnSizing: widths },
      onRowSelectionChange: (update: Updater<Selection>) =>
        onSelection(typeof update === 'function' ? update(selection) : update),
      onColumnSizingChange: (update: Updater<Record<string, number>>) =>
        onWidths(typeof update === 'function' ? update({ ...widths }) : update),
    }),
    [columns, records, selection, widths, onSelection, onWidths],
  );
  return useTable(tableOptions, (state) => ({ columnResizing: state.columnResizing }));
}

export type GridTable = ReturnType<typeof useGridTable>;
