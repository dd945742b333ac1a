import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ReferenceInput } from '../../../components/fields/inputs/reference-input';
import { ReferenceValue } from '../../../components/fields/values/reference-value';
import { nameOf } from '../../../lib/names';
import type { FieldDef } from '../../../lib/record-fields';
import classes from './reference-choices.module.css';

interface ReferenceChoicesProps {
  field: FieldDef;
  value: readonly unknown[];
  onChange: (value: string[] | undefined) => void;
}

/** Any number of other records, found one by one. */
export function ReferenceChoices({ field, value, onChange }: ReferenceChoicesProps) {
  const { t } = useTranslation('records');
  const ids = value.map(String);
  const set = (next: string[]) => onChange(next.length > 0 ? next : undefined);
  return (
    <div className={classes.root}>
      {ids.map((id) => (
        <div key={id} className={classes.chosen}>
          <ReferenceValue id={id} to={field.to ?? []} isInCell />
          <CloseButton
            size="xs"
            aria-label={t('filter.removeValue', { value: nameOf(id) ?? '' })}
            onClick={() => set(ids.filter((other) => other !== id))}
          />
        </div>
      ))}
      <ReferenceInput
        key={ids.length}
        field={field}
        value={null}
        mode="inline"
        onChange={(id) => typeof id === 'string' && set([...new Set([...ids, id])])}
      />
    </div>
  );
}
