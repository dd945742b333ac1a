import { NumberInput } from '@mantine/core';
import { useMemo } from 'react';
import { useFormat } from '../../../lib/use-format';
import { type FieldInputProps, useInputProps } from '../field-input-props';

export function NumberFieldInput(props: FieldInputProps) {
  const { field, value, onChange } = props;
  return (
    <NumberInput
      {...useInputProps(props)}
      {...useSeparators()}
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      allowDecimal={field.kind === 'number'}
      clampBehavior="none"
      {...(field.min === undefined ? {} : { min: field.min, allowNegative: field.min < 0 })}
      {...(field.max === undefined ? {} : { max: field.max })}
      hideControls
    />
  );
}

/** How this country writes a number, for inputs. */
export function useSeparators(): { decimalSeparator: string; thousandSeparator: string } {
  const { tag } = useFormat();
  return useMemo(() => {
    const parts = new Intl.NumberFormat(tag, { useGrouping: 'always' }).formatToParts(1_234_567.8);
    const find = (type: string, fallback: string) =>
      parts.find((part) => part.type === type)?.value ?? fallback;
    return { decimalSeparator: find('decimal', '.'), thousandSeparator: find('group', ',') };
  }, [tag]);
}
