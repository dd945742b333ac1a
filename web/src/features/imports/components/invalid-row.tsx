import { Button, TextInput } from '@mantine/core';
import type { ImportRow } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeText } from '../../../lib/problem-text';
import classes from './import.module.css';

interface InvalidRowProps {
  row: ImportRow;
  keys: readonly string[];
  labelOf: (key: string) => string;
  onFix: (cells: Record<string, string>) => void;
  onSkip: () => void;
}

/** A bad cell becomes an input; leaving it or Enter sends what was typed. */
export function InvalidRow({ row, keys, labelOf, onFix, onSkip }: InvalidRowProps) {
  const { t } = useTranslation('imports');
  const codeText = useCodeText();
  const errorOf = (key: string) =>
    row.errors.find(({ field }) => field === key || key.startsWith(`${field}.`));
  const other = row.errors.filter(
    ({ field }) => !keys.some((key) => key === field || key.startsWith(`${field}.`)),
  );
  const textOf = (error: ImportRow['errors'][number]) => codeText(error.code, error.params) ?? error.detail;
  return (
    <tr>
      <th scope="row">{row.row}</th>
      {keys.map((key) => {
        const error = errorOf(key);
        const value = row.cells[key] ?? '';
        return (
          <td key={key} data-bad={error ? true : undefined}>
            {error ? (
              <CellInput
                label={t('invalid.cell', { field: labelOf(key), row: row.row })}
                value={value}
                error={textOf(error)}
                onSave={(next) => onFix({ [key]: next })}
              />
            ) : (
              value
            )}
          </td>
        );
      })}
      <td className={classes.rowActions}>
        {other.map((error) => (
          <span key={error.code} className={classes.bad}>
            {textOf(error)}
          </span>
        ))}
        <Button
          size="compact-xs"
          variant="default"
          onClick={onSkip}
          aria-label={t('invalid.skipRow', { row: row.row })}
        >
          {t('invalid.skip')}
        </Button>
      </td>
    </tr>
  );
}

interface CellInputProps {
  label: string;
  value: string;
  error: string;
  onSave: (value: string) => void;
}

function CellInput({ label, value, error, onSave }: CellInputProps) {
  const [text, setText] = useState(value);
  const save = () => {
    if (text !== value) onSave(text);
  };
  return (
    <TextInput
      aria-label={label}
      size="xs"
      error={error}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setText(value);
      }}
    />
  );
}
