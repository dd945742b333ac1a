import { Textarea, TextInput } from '@mantine/core';
import { type FieldInputProps, useInputProps } from '../field-input-props';

export function TextFieldInput(props: FieldInputProps) {
  const { field, value, onChange } = props;
  return (
    <TextInput
      {...useInputProps(props)}
      value={typeof value === 'string' ? value : ''}
      maxLength={field.maxLength ?? 200}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

export function LongTextInput(props: FieldInputProps) {
  const { field, value, onChange } = props;
  return (
    <Textarea
      {...useInputProps(props)}
      value={typeof value === 'string' ? value : ''}
      maxLength={field.maxLength ?? 20_000}
      autosize
      minRows={3}
      maxRows={16}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

/** `acme.com` is what people type; it becomes a link when they leave. */
export function UrlInput({ onBlur, ...props }: FieldInputProps) {
  const { value, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  return (
    <TextInput
      {...useInputProps(props)}
      type="url"
      inputMode="url"
      placeholder="https://"
      value={text}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      onBlur={() => {
        if (text !== completeUrl(text)) onChange(completeUrl(text));
        onBlur?.();
      }}
    />
  );
}

export function completeUrl(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
}
