import { IconX } from '@tabler/icons-react';
import type { Condition } from '@vinculo/client/types';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import { preloadable } from '../../../lib/preloadable';
import type { FieldDef } from '../../../lib/record-fields';
import { ConditionText } from './condition-text';
import classes from './filter-chip.module.css';
import { operatorOf } from './operators';

export interface FilterChipProps {
  field: FieldDef;
  condition: Condition;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

// The inputs of every kind come with it.
const FilterChipPopover = preloadable(() => import('./filter-chip-popover'));

export function FilterChip(props: FilterChipProps) {
  const { field, condition, isOpen, onOpen, onRemove } = props;
  const { t } = useTranslation('records');
  const label = useLabel()(field.labels, field.name);
  const operator = operatorOf(field.kind, condition);
  const chip = (
    <span className={classes.chip} data-open={isOpen || undefined}>
      <button
        type="button"
        className={classes.text}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={() => void FilterChipPopover.preload()}
        onClick={() => onOpen(!isOpen)}
      >
        <span className={classes.field}>{label}</span>
        <span className={classes.operator}>{t(`filter.operator.${operator}`)}</span>
        <ConditionText field={field} condition={condition} />
      </button>
      <button
        type="button"
        className={classes.remove}
        aria-label={t('filter.remove', { field: label })}
        onClick={onRemove}
      >
        <IconX size={12} aria-hidden />
      </button>
    </span>
  );
  if (!isOpen) return chip;
  return (
    <Suspense fallback={chip}>
      <FilterChipPopover {...props} label={t('filter.edit', { field: label })} target={chip} />
    </Suspense>
  );
}
