import { TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { FieldInputProps } from './field-input-props';
import { AddressesInput } from './inputs/addresses-input';
import { BooleanInput } from './inputs/boolean-input';
import { ChannelsInput } from './inputs/channels-input';
import { MultiSelectInput, SelectInput, TagsFieldInput } from './inputs/choice-inputs';
import { CurrencyInput, MoneyInput } from './inputs/money-input';
import { NumberFieldInput } from './inputs/number-inputs';
import { TeamInput, UserInput } from './inputs/people-inputs';
import { LostReasonInput, PipelineInput, StageInput } from './inputs/pipeline-inputs';
import { ReferenceInput } from './inputs/reference-input';
import { LongTextInput, TextFieldInput, UrlInput } from './inputs/text-inputs';

// The calendar is the heaviest of the inputs, and most edits need none.
const DateFieldInput = lazy(async () => ({ default: (await import('./inputs/date-inputs')).DateFieldInput }));
const DateTimeFieldInput = lazy(async () => ({
  default: (await import('./inputs/date-inputs')).DateTimeFieldInput,
}));

/** Edits the value of any field; the same in forms, in place, in lists and in bulk. */
export function FieldInput(props: FieldInputProps) {
  return (
    <Suspense fallback={<TextInput disabled />}>
      <InputOfKind {...props} />
    </Suspense>
  );
}

function InputOfKind(props: FieldInputProps) {
  switch (props.field.kind) {
    case 'longText':
      return <LongTextInput {...props} />;
    case 'number':
    case 'integer':
      return <NumberFieldInput {...props} />;
    case 'url':
      return <UrlInput {...props} />;
    case 'boolean':
      return <BooleanInput {...props} />;
    case 'date':
      return <DateFieldInput {...props} />;
    case 'dateTime':
      return <DateTimeFieldInput {...props} />;
    case 'money':
      return <MoneyInput {...props} />;
    case 'currency':
      return <CurrencyInput {...props} />;
    case 'tags':
      return <TagsFieldInput {...props} />;
    case 'emails':
    case 'phones':
      return <ChannelsInput {...props} />;
    case 'addresses':
      return <AddressesInput {...props} />;
    case 'select':
      return <SelectInput {...props} />;
    case 'multiSelect':
      return <MultiSelectInput {...props} />;
    case 'reference':
      return <ReferenceInput {...props} />;
    case 'user':
      return <UserInput {...props} />;
    case 'team':
      return <TeamInput {...props} />;
    case 'stage':
      return <StageInput {...props} />;
    case 'pipeline':
      return <PipelineInput {...props} />;
    case 'lostReason':
      return <LostReasonInput {...props} />;
    case 'text':
      return <TextFieldInput {...props} />;
    default:
      return null;
  }
}
