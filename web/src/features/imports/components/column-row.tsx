import { Select } from '@mantine/core';
import type { Import, ImportColumn } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import classes from './import.module.css';

type Target = NonNullable<Import['targets']>[number];

interface ColumnRowProps {
  column: ImportColumn;
  samples: readonly string[];
  targets: readonly Target[];
  onChange: (changes: Partial<ImportColumn>) => void;
}

export function ColumnRow({ column, samples, targets, onChange }: ColumnRowProps) {
  const { t } = useTranslation('imports');
  const label = useLabel();
  const target = targets.find(({ key }) => key === column.field);
  const isDate = target?.kind === 'date' || target?.kind === 'dateTime';
  return (
    <tr>
      <th scope="row">{column.column}</th>
      <td className={classes.samples}>{samples.filter(Boolean).join(' · ') || '—'}</td>
      <td className={classes.targets}>
        <Select
          aria-label={t('map.fieldOf', { column: column.column })}
          placeholder={t('map.leaveOut')}
          size="xs"
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('map.clear', { column: column.column }) }}
          value={column.field}
          onChange={(field) => onChange({ field })}
          data={targets.map(({ key, labels }) => ({ value: key, label: label(labels) }))}
        />
        {isDate ? (
          <Select
            aria-label={t('map.dateOf', { column: column.column })}
            size="xs"
            allowDeselect={false}
            value={column.dateFormat ?? 'ymd'}
            onChange={(order) => onChange({ dateFormat: toOrder(order) })}
            data={(['dmy', 'mdy', 'ymd'] as const).map((order) => ({
              value: order,
              label: t(`map.order.${order}`),
            }))}
          />
        ) : null}
      </td>
    </tr>
  );
}

function toOrder(value: string | null): 'dmy' | 'mdy' | 'ymd' {
  return value === 'dmy' || value === 'mdy' ? value : 'ymd';
}
