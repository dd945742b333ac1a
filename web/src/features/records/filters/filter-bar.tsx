import type { Condition, RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { fieldOf } from '../../../lib/record-fields';
import classes from './filter-bar.module.css';
import { FilterChip } from './filter-chip';
import { isComplete } from './operators';

interface FilterBarProps {
  info: RecordTypeInfo;
  /** The conditions with the one that is being written, if any, at the end. */
  conditions: readonly Condition[];
  /** Which chip is open. */
  openIndex: number | null;
  onOpen: (index: number | null) => void;
  onChange: (conditions: Condition[]) => void;
}

/** Every condition as a chip; all of them must hold. */
export default function FilterBar({ info, conditions, openIndex, onOpen, onChange }: FilterBarProps) {
  const { t } = useTranslation('records');
  if (conditions.length === 0) return null;
  const without = (index: number) => conditions.filter((_, position) => position !== index);
  return (
    <ul className={classes.bar} aria-label={t('filter.title')}>
      {conditions.map((condition, index) => {
        const field = fieldOf(info, condition.field);
        return field ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be the same; their place tells them apart.
          <li key={`${condition.field} ${index}`}>
            <FilterChip
              field={field}
              condition={condition}
              isOpen={openIndex === index}
              onOpen={(isOpen) => {
                // One that was never finished goes with its editor.
                if (!isOpen && !isComplete(condition)) onChange(without(index));
                onOpen(isOpen ? index : null);
              }}
              onChange={(changed) => onChange(conditions.toSpliced(index, 1, changed))}
              onRemove={() => {
                onOpen(null);
                onChange(without(index));
              }}
            />
          </li>
        ) : null;
      })}
    </ul>
  );
}
