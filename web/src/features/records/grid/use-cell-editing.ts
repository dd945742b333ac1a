import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { useCallback, useState } from 'react';
import type { AfterEdit } from '../../../components/fields/inline-editor';
import { useAccess } from '../../../lib/access';
import { useRefusedFields } from '../../../lib/field-problem';
import { notifyError } from '../../../lib/notify';
import type { FieldDef } from '../../../lib/record-fields';
import { useSaveRecord } from '../../../lib/records/use-save-record';
import { type CellPosition, nextEditable } from './move-cell';
import type { GridFocus } from './use-grid-focus';

interface EditedCell {
  key: string;
  position: CellPosition;
  record: RecordData;
  field: FieldDef;
  /** What was typed and refused, with the reasons. */
  refused?: { value: unknown; errors: Record<string, string> };
}

export interface CellEditing {
  cell: EditedCell | null;
  canEdit: (position: CellPosition) => boolean;
  start: (position: CellPosition) => void;
  save: (value: unknown, after: AfterEdit) => void;
  cancel: (after: AfterEdit) => void;
}

/** Editing one cell of a list at a time; what the server refuses opens again with the reason. */
export function useCellEditing(
  info: RecordTypeInfo,
  fields: readonly FieldDef[],
  records: readonly RecordData[],
  focus: GridFocus,
): CellEditing {
  const access = useAccess();
  const saveRecord = useSaveRecord(info);
  const refusedFields = useRefusedFields();
  const [cell, setCell] = useState<EditedCell | null>(null);

  const toCell = useCallback(
    (position: CellPosition): EditedCell | null => {
      const record = records[position.row];
      const field = fields[position.column - 1];
      if (!record || !field || field.isReadOnly || access.field(info.name, field.name) !== 'edit')
        return null;
      return access.canOn('update', record)
        ? { key: `${record.id} ${field.name}`, position, record, field }
        : null;
    },
    [access, fields, info.name, records],
  );
  const start = useCallback(
    (position: CellPosition) => {
      const next = toCell(position);
      if (next) setCell(next);
    },
    [toCell],
  );

  function goOn(from: CellPosition, after: AfterEdit): void {
    const size = { rows: records.length, columns: fields.length + 1, page: 1 };
    const step = after === 'previous' ? -1 : 1;
    const next =
      after === 'stay' ? undefined : nextEditable(from, step, size, (position) => toCell(position) !== null);
    setCell(next ? toCell(next) : null);
    if (next) focus.reveal(next);
    else focus.focusCell(from);
  }

  async function save(value: unknown, after: AfterEdit): Promise<void> {
    if (!cell) return;
    const { field, record, position } = cell;
    goOn(position, after);
    try {
      await saveRecord(record, { [field.name]: value });
    } catch (error) {
      const { fields: refused, general } = refusedFields(error, (name) =>
        name === field.name ? field.kind : undefined,
      );
      const errors = refused[field.name];
      if (general) notifyError(general);
      if (errors) setCell({ ...cell, key: `${cell.key} refused`, refused: { value, errors } });
    }
  }

  return {
    cell,
    canEdit: (position) => toCell(position) !== null,
    start,
    save: (value, after) => void save(value, after),
    cancel: (after) => cell && goOn(cell.position, after),
  };
}
