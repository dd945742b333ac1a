import { Checkbox } from '@mantine/core';
import { type FieldInputProps, useInputProps } from '../field-input-props';

export function BooleanInput(props: FieldInputProps) {
  const { value, onChange } = props;
  const { required: _required, ...input } = useInputProps(props);
  return (
    <Checkbox
      {...input}
      size="sm"
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked, { isFinal: true })}
    />
  );
}
