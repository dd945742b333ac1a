import { MultiSelect, Select, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKnownTags } from '../../../lib/known-tags';
import { useLabel } from '../../../lib/metadata';
import { asStrings } from '../../../lib/records/value-shapes';
import { type FieldInputProps, useInputProps } from '../field-input-props';
import { OptionRow } from '../values/option-badge';

export function SelectInput(props: FieldInputProps) {
  const { field, value, onChange, mode } = props;
  const label = useLabel();
  const options = field.options ?? [];
  return (
    <Select
      {...useInputProps(props)}
      data={options.map((option) => ({ value: option.value, label: label(option.labels, option.value) }))}
      renderOption={({ option }) => (
        <OptionRow
          label={option.label}
          color={options.find(({ value: known }) => known === option.value)?.color}
        />
      )}
      searchable={options.length > 8}
      clearable={!field.isRequired}
      defaultDropdownOpened={mode === 'inline'}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => onChange(next, { isFinal: true })}
    />
  );
}

export function MultiSelectInput(props: FieldInputProps) {
  const { field, value, onChange, mode } = props;
  const label = useLabel();
  return (
    <MultiSelect
      {...useInputProps(props)}
      data={(field.options ?? []).map((option) => ({
        value: option.value,
        label: label(option.labels, option.value),
      }))}
      searchable
      defaultDropdownOpened={mode === 'inline'}
      value={asStrings(value)}
      onChange={(next) => onChange(next.length > 0 ? next : null)}
    />
  );
}

/** Suggests the tags that have been seen on records of this type, and takes any new one. */
export function TagsFieldInput(props: FieldInputProps) {
  const { field, value, onChange, mode } = props;
  const { t } = useTranslation('records');
  const known = useKnownTags(field.type);
  const tags = asStrings(value);
  return (
    <TagsInput
      {...useInputProps(props)}
      data={known}
      maxTags={30}
      placeholder={tags.length === 0 ? t('input.addTag') : ''}
      openOnFocus={mode === 'inline'}
      value={tags}
      onChange={(next) => onChange(next.length > 0 ? next : null)}
    />
  );
}
