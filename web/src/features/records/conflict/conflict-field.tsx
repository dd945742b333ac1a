import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldValue } from '../../../components/fields/field-value';
import { useLabel } from '../../../lib/metadata';
import type { FieldDef } from '../../../lib/record-fields';
import type { FieldConflict } from '../../../lib/records/merge-changes';
import { isEmptyValue } from '../../../lib/records/value-shapes';
import { CHOICES, type Choice } from './chosen-values';
import classes from './conflict-field.module.css';

interface ConflictFieldProps {
  field: FieldDef;
  conflict: FieldConflict;
  who: string;
  choice: Choice;
  isFirst: boolean;
  onChoose: (choice: Choice) => void;
}

/** The three states of one field, as a group of radios: arrows move between them. */
export function ConflictField({ field, conflict, who, choice, isFirst, onChoose }: ConflictFieldProps) {
  const { t } = useTranslation('records');
  const name = useId();
  const label = useLabel()(field.labels, field.name);
  return (
    <fieldset className={classes.field}>
      <legend className={classes.legend}>{label}</legend>
      {CHOICES.map((option) => (
        <label key={option} className={classes.option} data-checked={choice === option || undefined}>
          <input
            type="radio"
            name={name}
            className={classes.radio}
            checked={choice === option}
            onChange={() => onChoose(option)}
            data-autofocus={(isFirst && option === 'theirs') || undefined}
          />
          <span className={classes.who}>{t(`conflict.${option}`, { who })}</span>
          <span className={classes.value}>
            {isEmptyValue(conflict[option]) ? (
              <i className={classes.none}>{t('timeline.nothing')}</i>
            ) : (
              <FieldValue field={field} value={conflict[option]} />
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
