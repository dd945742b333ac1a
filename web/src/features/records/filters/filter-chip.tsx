import { IconX } from '@tabler/icons-react';
import type { Condition } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { FormPopover } from '../../../components/ui/form-popover';
import { useLabel } from '../../../lib/metadata';
import type { FieldDef } from '../../../lib/record-fields';
import { ConditionEditor } from './condition-editor';
import { ConditionText } from './condition-text';
import classes from './filter-chip.module.css';
import { operatorOf } from './operators';

interface FilterChipProps {
  field: FieldDef;
  condition: Condition;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

export function FilterChip({ field, condition, isOpen, onOpen, onChange, onRemove }: FilterChipProps) {
  const { t } = useTranslation('records');
  const label = useLabel()(field.labels, field.name);
  const operator = operatorOf(field.kind, condition);
  return (
    <FormPopover
      opened={isOpen}
      onChange={onOpen}
      position="bottom-start"
      width={300}
      label={t('filter.edit', { field: label })}
      target={
        <span className={classes.chip} data-open={isOpen || undefined}>
          <button
            type="button"
            className={classes.text}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
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
      }
    >
      <ConditionEditor field={field} condition={condition} onChange={onChange} onDone={() => onOpen(false)} />
    </FormPopover>
  );
}
