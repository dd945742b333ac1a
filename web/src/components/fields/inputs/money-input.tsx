import { NumberInput, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fromMinor, minorDigits, toMinor } from '../../../lib/format';
import { asMoney } from '../../../lib/records/value-shapes';
import { currencyChoices } from '../../../lib/regions';
import { useFormat } from '../../../lib/use-format';
import { type FieldInputProps, useInputProps } from '../field-input-props';
import classes from './money-input.module.css';
import { useSeparators } from './number-inputs';

/** An amount and its currency; the decimals are the currency's. */
export function MoneyInput(props: FieldInputProps) {
  const { value, onChange } = props;
  const { t } = useTranslation('records');
  const { currency: ownCurrency } = useFormat();
  const money = asMoney(value);
  // Kept here as well, so that choosing a currency before typing an amount isn't forgotten.
  const [currency, setCurrency] = useState(money?.currency ?? ownCurrency);
  const amount = money ? fromMinor(money.amountMinor, money.currency) : '';

  function setMoney(nextAmount: number | string, nextCurrency: string) {
    setCurrency(nextCurrency);
    const isSet = typeof nextAmount === 'number';
    onChange(isSet ? { amountMinor: toMinor(nextAmount, nextCurrency), currency: nextCurrency } : null);
  }

  return (
    <NumberInput
      {...useInputProps(props)}
      {...useSeparators()}
      value={amount}
      onChange={(next) => setMoney(next, currency)}
      decimalScale={minorDigits(currency)}
      hideControls
      classNames={{ input: classes.amount }}
      rightSectionWidth="3.5rem"
      rightSection={
        <CurrencySelect
          value={currency}
          onChange={(next) => setMoney(amount, next)}
          label={t('input.currency')}
        />
      }
    />
  );
}

interface CurrencySelectProps {
  value: string;
  onChange: (currency: string) => void;
  label: string;
}

function CurrencySelect({ value, onChange, label }: CurrencySelectProps) {
  const { language } = useFormat();
  const choices = useMemo(() => currencyChoices(language), [language]);
  return (
    <Select
      aria-label={label}
      variant="unstyled"
      rightSection={null}
      rightSectionWidth={0}
      classNames={{ input: classes.currency }}
      data={choices.map((choice) => ({ value: choice.value, label: choice.value }))}
      renderOption={({ option }) =>
        choices.find((choice) => choice.value === option.value)?.label ?? option.label
      }
      comboboxProps={{ width: 260, position: 'bottom-end' }}
      searchable
      limit={60}
      filter={({ options, search }) => {
        const wanted = search.trim().toLowerCase();
        return options.filter(
          (option) =>
            'value' in option &&
            (choices.find((choice) => choice.value === option.value)?.label ?? '')
              .toLowerCase()
              .includes(wanted),
        );
      }}
      value={value}
      onChange={(next) => next && onChange(next)}
    />
  );
}

export function CurrencyInput(props: FieldInputProps) {
  const { value, onChange, mode } = props;
  const { language } = useFormat();
  const choices = useMemo(() => currencyChoices(language), [language]);
  return (
    <Select
      {...useInputProps(props)}
      data={choices}
      searchable
      limit={200}
      clearable={!props.field.isRequired}
      defaultDropdownOpened={mode === 'inline'}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => onChange(next, { isFinal: true })}
    />
  );
}
