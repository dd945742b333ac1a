import { useLabel } from '../../lib/metadata';
import type { FieldDef } from '../../lib/record-fields';

/** Texts by the part of the value they are about: `''` for all of it, `0.value` for the first e-mail's address. */
export type FieldErrors = Readonly<Record<string, string>>;

export interface FieldInputProps {
  field: FieldDef;
  value: unknown;
  /** `null` clears. `isFinal` where choosing a value is all there is to do, so that an edit in place can end. */
  onChange: (value: unknown, change?: { isFinal: boolean }) => void;
  errors?: FieldErrors | undefined;
  /** `inline` edits in place: the label stands outside already, and the editor takes the focus. */
  mode?: 'form' | 'inline' | undefined;
  /** The first of a form in a dialogue, which opens with it. */
  isFirst?: boolean | undefined;
  onBlur?: (() => void) | undefined;
}

/** What every input of the kit passes on to its Mantine input. */
export function useInputProps({
  field,
  errors,
  mode = 'form',
  isFirst = false,
  onBlur,
}: Omit<FieldInputProps, 'value' | 'onChange'>) {
  const label = useLabel()(field.labels, field.name);
  const isInline = mode === 'inline';
  return {
    ...(isInline ? { 'aria-label': label } : { label }),
    name: field.name,
    error: errors?.[''],
    required: !isInline && (field.isRequired ?? false),
    autoFocus: isInline,
    ...(isFirst ? { 'data-autofocus': true } : {}),
    ...(onBlur ? { onBlur } : {}),
  };
}
