import { ActionIcon, Button, Input, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { AddressValue } from '@vinculo/client/types';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import { asAddresses } from '../../../lib/records/value-shapes';
import { countryChoices } from '../../../lib/regions';
import { useFormat } from '../../../lib/use-format';
import type { FieldErrors, FieldInputProps } from '../field-input-props';
import { labelKey } from '../values/channel-values';
import classes from './addresses-input.module.css';
import { PrimaryButton } from './channels-input';
import { type Row, rowError, useRows } from './rows';

const LABELS = ['billing', 'shipping', 'work', 'home', 'other'];
const PARTS = ['street', 'postalCode', 'city', 'region', 'country'] as const;

export function AddressesInput({ field, value, onChange, errors, mode }: FieldInputProps) {
  const { t } = useTranslation('records');
  const name = useLabel()(field.labels, field.name);
  const list = useRows<AddressValue>({
    initial: asAddresses(value),
    empty: { label: 'billing' },
    isEmpty: (row) => PARTS.every((part) => !row[part]),
    onChange: (rows) => onChange(rows?.map(withoutBlanks) ?? null),
  });
  return (
    <Input.Wrapper
      label={mode === 'inline' ? undefined : name}
      labelElement="div"
      error={errors?.['']}
      required={field.isRequired ?? false}
    >
      <ul className={classes.list}>
        {list.rows.map((row, index) => (
          <li key={row.rowKey}>
            <fieldset className={classes.address} aria-label={t('input.number', { name, number: index + 1 })}>
              <div className={classes.head}>
                <NativeSelect
                  aria-label={t('input.kindOf', { name, number: index + 1 })}
                  value={row.label ?? 'other'}
                  onChange={(event) => list.change(row.rowKey, { label: event.currentTarget.value })}
                  data={LABELS.map((label) => ({ value: label, label: t(`channel.${labelKey(label)}`) }))}
                />
                <PrimaryButton
                  isPrimary={row.isPrimary ?? false}
                  onClick={() => list.makePrimary(row.rowKey)}
                />
                <ActionIcon
                  aria-label={t('input.removeNumber', { name, number: index + 1 })}
                  onClick={() => list.remove(row.rowKey)}
                >
                  <IconX size={14} />
                </ActionIcon>
              </div>
              <AddressParts
                row={row}
                isFirst={mode === 'inline' && index === 0}
                errors={errors}
                sentIndex={list.sentIndex(row.rowKey)}
                onChange={(changes) => list.change(row.rowKey, changes)}
              />
            </fieldset>
          </li>
        ))}
      </ul>
      <Button variant="subtle" size="xs" color="gray" leftSection={<IconPlus size={13} />} onClick={list.add}>
        {t('input.addAddress')}
      </Button>
    </Input.Wrapper>
  );
}

interface AddressPartsProps {
  row: Row<AddressValue>;
  isFirst: boolean;
  errors: FieldErrors | undefined;
  sentIndex: number;
  onChange: (changes: Partial<AddressValue>) => void;
}

function AddressParts({ row, isFirst, errors, sentIndex, onChange }: AddressPartsProps) {
  const { t } = useTranslation('records');
  const { language } = useFormat();
  const countries = useMemo(() => countryChoices(language), [language]);
  const errorOf = (part: string) => rowError(errors, sentIndex, part);
  return (
    <>
      <Textarea
        label={t('address.street')}
        autosize
        minRows={1}
        maxLength={300}
        autoFocus={isFirst}
        value={row.street ?? ''}
        error={errorOf('street')}
        onChange={(event) => onChange({ street: event.currentTarget.value })}
      />
      <div className={classes.parts}>
        <TextInput
          label={t('address.postalCode')}
          maxLength={20}
          value={row.postalCode ?? ''}
          error={errorOf('postalCode')}
          onChange={(event) => onChange({ postalCode: event.currentTarget.value })}
        />
        <TextInput
          label={t('address.city')}
          maxLength={100}
          value={row.city ?? ''}
          error={errorOf('city')}
          onChange={(event) => onChange({ city: event.currentTarget.value })}
        />
        <TextInput
          label={t('address.region')}
          maxLength={100}
          value={row.region ?? ''}
          error={errorOf('region')}
          onChange={(event) => onChange({ region: event.currentTarget.value })}
        />
        <Select
          label={t('address.country')}
          data={countries}
          searchable
          clearable
          limit={60}
          value={row.country ?? null}
          error={errorOf('country')}
          onChange={(country) => onChange({ country: country ?? '' })}
        />
      </div>
    </>
  );
}

/** The API refuses an empty text: what is blank is not sent. */
function withoutBlanks(address: AddressValue): AddressValue {
  return Object.fromEntries(
    Object.entries(address).filter(([, value]) => value !== '' && value !== undefined),
  );
}
