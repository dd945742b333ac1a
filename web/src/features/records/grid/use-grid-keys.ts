import { useNavigate } from '@tanstack/react-router';
import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import type { KeyboardEvent } from 'react';
import type { FieldDef } from '../../../lib/record-fields';
import { moveCell } from './move-cell';
import type { CellEditing } from './use-cell-editing';
import type { GridFocus } from './use-grid-focus';
import { allOf, type Selection } from './use-selection';

interface GridKeysOptions {
  info: RecordTypeInfo;
  fields: readonly FieldDef[];
  records: readonly RecordData[];
  focus: GridFocus;
  editing: CellEditing;
  onSelection: (selection: Selection) => void;
  onSelect: (row: number, isRange: boolean) => void;
  page: number;
}

/** The keys of the grid: arrows move, Enter and F2 edit, Space selects, Ctrl+Enter opens the record. */
export function useGridKeys(options: GridKeysOptions) {
  const { info, fields, records, focus, editing, onSelection, onSelect, page } = options;
  const navigate = useNavigate();
  const { row, column } = focus.active;

  function open(): void {
    const record = records[row];
    if (record)
      void navigate({ to: '/$plural/$recordId', params: { plural: info.plural, recordId: record.id } });
  }

  /** Answers whether the key meant something here. */
  function act(event: KeyboardEvent): boolean {
    const isWithControl = event.ctrlKey || event.metaKey;
    const size = { rows: records.length, columns: fields.length + 1, page };
    const target = moveCell(focus.active, { key: event.key, isWithControl }, size);
    if (target) {
      focus.focusCell(target);
      return true;
    }
    if (row < 0) return false;
    if (event.key === 'Enter' && (isWithControl || column === 1)) open();
    else if (event.key === 'Enter' && !editing.canEdit(focus.active)) open();
    else if (event.key === 'Enter' || event.key === 'F2') editing.start(focus.active);
    else if (event.key === ' ') onSelect(row, event.shiftKey);
    else if (event.key === 'a' && isWithControl) onSelection(allOf(records));
    else if (event.key === 'Escape') onSelection({});
    else return false;
    return true;
  }

  return function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || isInControl(event.target)) return;
    if (act(event)) event.preventDefault();
  };
}

/** A button in the header or a check box has its own keys. */
function isInControl(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('button, input, [role="menu"]') !== null;
}
