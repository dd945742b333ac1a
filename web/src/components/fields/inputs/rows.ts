import { useRef, useState } from 'react';
import type { FieldErrors } from '../field-input-props';

interface RowKey {
  rowKey: number;
}

export type Row<T> = T & RowKey;

interface RowsOptions<T> {
  initial: readonly T[];
  empty: T;
  isEmpty: (row: T) => boolean;
  onChange: (rows: T[] | null) => void;
}

/**
 * The rows of an editor of several e-mails, phones or addresses. Empty rows stay on the screen and don't leave it;
 * exactly one of the others is the primary one.
 */
export function useRows<T extends { isPrimary?: boolean }>({
  initial,
  empty,
  isEmpty,
  onChange,
}: RowsOptions<T>) {
  const lastKey = useRef(0);
  const withKey = (row: T): Row<T> => {
    lastKey.current += 1;
    return { ...row, rowKey: lastKey.current };
  };
  const [rows, setRows] = useState<Row<T>[]>(() => (initial.length > 0 ? initial : [empty]).map(withKey));

  function apply(next: Row<T>[]): void {
    const sound = withOnePrimary(next, isEmpty);
    setRows(sound);
    const values = sound
      .filter((row) => !isEmpty(row))
      .map(({ rowKey: _rowKey, ...row }) => row as unknown as T);
    onChange(values.length > 0 ? values : null);
  }

  return {
    rows,
    change: (key: number, changes: Partial<T>) =>
      apply(rows.map((row) => (row.rowKey === key ? { ...row, ...changes } : row))),
    makePrimary: (key: number) => apply(rows.map((row) => ({ ...row, isPrimary: row.rowKey === key }))),
    remove: (key: number) => apply(rows.filter((row) => row.rowKey !== key)),
    add: () => setRows([...rows, withKey(empty)]),
    /** Where a row is in what was sent, because the server counts only those. */
    sentIndex: (key: number) => rows.filter((row) => !isEmpty(row)).findIndex((row) => row.rowKey === key),
  };
}

export function withOnePrimary<T extends { isPrimary?: boolean }>(
  rows: T[],
  isEmpty: (row: T) => boolean,
): T[] {
  const chosen = rows.find((row) => row.isPrimary && !isEmpty(row)) ?? rows.find((row) => !isEmpty(row));
  return rows.map((row) => ({ ...row, isPrimary: row === chosen }));
}

export function rowError(errors: FieldErrors | undefined, index: number, part: string): string | undefined {
  return index < 0 ? undefined : (errors?.[`${index}.${part}`] ?? errors?.[String(index)]);
}
