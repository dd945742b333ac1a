import type { RecordData } from '@vinculo/client/types';
import { useCallback, useLayoutEffect, useRef } from 'react';

/** The records that are selected, by id. */
export type Selection = Record<string, boolean>;

interface SelectionOptions {
  records: readonly RecordData[];
  selection: Selection;
  onSelection: (selection: Selection) => void;
}

/** Selects or deselects a row; `isRange` does the same to every row since the last one. Always the same function. */
export function useSelect(options: SelectionOptions): (row: number, isRange: boolean) => void {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const lastId = useRef<string>(undefined);
  return useCallback((row, isRange) => {
    const { records, selection, onSelection } = latest.current;
    const record = records[row];
    if (!record) return;
    const last = isRange ? records.findIndex(({ id }) => id === lastId.current) : -1;
    const [from, to] = last < 0 ? [row, row] : [Math.min(last, row), Math.max(last, row)];
    lastId.current = record.id;
    onSelection(toggled(records.slice(from, to + 1), selection, !selection[record.id]));
  }, []);
}

/** What isn't selected has no entry, so that the entries are the selection. */
export function toggled(
  records: readonly RecordData[],
  selection: Selection,
  isSelected: boolean,
): Selection {
  const ids = new Set(records.map(({ id }) => id));
  const others = Object.entries(selection).filter(([id, isOn]) => isOn && !ids.has(id));
  const own = isSelected ? [...ids].map((id) => [id, true] as const) : [];
  return Object.fromEntries([...others, ...own]);
}

export function allOf(records: readonly RecordData[]): Selection {
  return toggled(records, {}, true);
}
