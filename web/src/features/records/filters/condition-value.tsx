import { Group, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSeparators } from '../../../components/fields/inputs/number-inputs';
import { fromMinor, minorDigits, toMinor } from '../../../lib/format';
import type { FieldDef } from '../../../lib/record-fields';
import { useFormat } from '../../../lib/use-format';
import { ChoiceList } from './choice-list';
import { inputOf, listOf, type OperatorName } from './operators';
import { ReferenceChoices } from './reference-choices';

const LocalDateInput = lazy(async () => ({
  default: (await import('../../../components/fields/inputs/date-inputs')).LocalDateInput,
}));

interface ConditionValueProps {
  field: FieldDef;
  operator: OperatorName;
  value: unknown;
  onChange: (value: unknown) => void;
}

export function ConditionValue({ field, operator, value, onChange }: ConditionValueProps) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const [first, second] = listOf(value);
  switch (inputOf(field.kind, operator)) {
    case 'text':
      return (
        <SlowText
          value={typeof value === 'string' ? value : ''}
          label={t('filter.value')}
          onChange={onChange}
        />
      );
    case 'number':
      return <Amount field={field} value={first} label={t('filter.value')} onChange={onChange} />;
    case 'numbers':
      return (
        <Group gap="xs" grow>
          <Amount
            field={field}
            value={first}
            label={t('filter.from')}
            onChange={(from) => onChange([from, second ?? null])}
          />
          <Amount
            field={field}
            value={second}
            label={t('filter.to')}
            onChange={(to) => onChange([first ?? null, to])}
          />
        </Group>
      );
    case 'date':
      return <Day value={first} label={t('filter.value')} onChange={onChange} />;
    case 'dates':
      return (
        <Group gap="xs" grow>
          <Day value={first} label={t('filter.from')} onChange={(from) => onChange([from, second ?? null])} />
          <Day value={second} label={t('filter.to')} onChange={(to) => onChange([first ?? null, to])} />
        </Group>
      );
    case 'flag':
      return (
        <SegmentedControl
          fullWidth
          value={value === undefined ? '' : String(value)}
          onChange={(next) => onChange(next === 'true')}
          data={[
            { value: 'true', label: tCommon('value.yes') },
            { value: 'false', label: tCommon('value.no') },
          ]}
        />
      );
    case 'choices':
      return field.kind === 'reference' ? (
        <ReferenceChoices field={field} value={listOf(value)} onChange={onChange} />
      ) : (
        <ChoiceList field={field} value={listOf(value)} onChange={onChange} />
      );
    default:
      return null;
  }
}

const PAUSE_MS = 300;

/** The list is asked for again when typing pauses, not at every letter. */
function SlowText({
  value,
  label,
  onChange,
}: {
  value: string;
  label: string;
  onChange: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  function apply(next: string): void {
    clearTimeout(timer.current);
    if (next !== value) onChange(next);
  }
  return (
    <TextInput
      aria-label={label}
      data-autofocus
      value={text}
      maxLength={200}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => apply(next), PAUSE_MS);
      }}
      onBlur={() => apply(text)}
      onKeyDown={(event) => event.key === 'Enter' && apply(text)}
    />
  );
}

interface OneProps {
  value: unknown;
  label: string;
  onChange: (value: unknown) => void;
}

/** Amounts are compared in minor units, whatever their currency; they are typed in the company's. */
function Amount({ field, value, label, onChange }: OneProps & { field: FieldDef }) {
  const { currency } = useFormat();
  const separators = useSeparators();
  const isMoney = field.kind === 'money';
  const shown = typeof value === 'number' ? (isMoney ? fromMinor(value, currency) : value) : '';
  return (
    <NumberInput
      aria-label={label}
      placeholder={label}
      data-autofocus
      {...separators}
      {...(isMoney ? { suffix: ` ${currency}`, decimalScale: minorDigits(currency) } : {})}
      hideControls
      value={shown}
      onChange={(next) =>
        onChange(typeof next === 'number' ? (isMoney ? toMinor(next, currency) : next) : null)
      }
    />
  );
}

function Day({ value, label, onChange }: OneProps) {
  return (
    <Suspense fallback={<TextInput disabled />}>
      <LocalDateInput
        aria-label={label}
        placeholder={label}
        value={typeof value === 'string' && /^\d{4}-/.test(value) ? value : null}
        onChange={(date) => onChange(date?.slice(0, 10) ?? null)}
      />
    </Suspense>
  );
}
