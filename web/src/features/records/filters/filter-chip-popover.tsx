import type { ReactNode } from 'react';
import { FormPopover } from '../../../components/ui/form-popover';
import { ConditionEditor } from './condition-editor';
import type { FilterChipProps } from './filter-chip';

interface FilterChipPopoverProps extends FilterChipProps {
  label: string;
  target: ReactNode;
}

/** The chip with its editor open. */
export default function FilterChipPopover({
  label,
  target,
  field,
  condition,
  onOpen,
  onChange,
}: FilterChipPopoverProps) {
  return (
    <FormPopover opened onChange={onOpen} position="bottom-start" width={300} label={label} target={target}>
      <ConditionEditor field={field} condition={condition} onChange={onChange} onDone={() => onOpen(false)} />
    </FormPopover>
  );
}
