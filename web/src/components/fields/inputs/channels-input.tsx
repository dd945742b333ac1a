import { ActionIcon, Button, Input, NativeSelect, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconStar, IconStarFilled, IconX } from '@tabler/icons-react';
import type { EmailValue } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import { asChannels } from '../../../lib/records/value-shapes';
import type { FieldInputProps } from '../field-input-props';
import { labelKey } from '../values/channel-values';
import classes from './channels-input.module.css';
import { rowError, useRows } from './rows';

const EMAIL_LABELS = ['work', 'home', 'billing', 'other'];
const PHONE_LABELS = ['work', 'mobile', 'home', 'fax', 'other'];

/** Several e-mails or phones: each with what it is for, one of them the primary one. */
export function ChannelsInput({ field, value, onChange, errors, mode }: FieldInputProps) {
  const { t } = useTranslation('records');
  const name = useLabel()(field.labels, field.name);
  const isEmail = field.kind === 'emails';
  const labels = isEmail ? EMAIL_LABELS : PHONE_LABELS;
  const list = useRows<EmailValue>({
    initial: asChannels(value),
    empty: { value: '', label: labels[0] ?? 'work' },
    isEmpty: (row) => row.value.trim() === '',
    onChange,
  });
  return (
    <Input.Wrapper
      label={mode === 'inline' ? undefined : name}
      labelElement="div"
      error={errors?.['']}
      required={field.isRequired ?? false}
    >
      <ul className={classes.rows}>
        {list.rows.map((row, index) => {
          const error = rowError(errors, list.sentIndex(row.rowKey), 'value');
          return (
            <li key={row.rowKey} className={classes.row}>
              <NativeSelect
                aria-label={t('input.kindOf', { name, number: index + 1 })}
                className={classes.kind}
                value={row.label ?? 'other'}
                onChange={(event) => list.change(row.rowKey, { label: event.currentTarget.value })}
                data={labels.map((label) => ({ value: label, label: t(`channel.${labelKey(label)}`) }))}
              />
              <TextInput
                aria-label={t('input.number', { name, number: index + 1 })}
                className={classes.value}
                type={isEmail ? 'email' : 'tel'}
                inputMode={isEmail ? 'email' : 'tel'}
                value={row.value}
                error={error}
                autoFocus={mode === 'inline' && index === 0}
                onChange={(event) =>
                  list.change(row.rowKey, { value: event.currentTarget.value.trimStart() })
                }
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
            </li>
          );
        })}
      </ul>
      <Button variant="subtle" size="xs" color="gray" leftSection={<IconPlus size={13} />} onClick={list.add}>
        {isEmail ? t('input.addEmail') : t('input.addPhone')}
      </Button>
    </Input.Wrapper>
  );
}

export function PrimaryButton({ isPrimary, onClick }: { isPrimary: boolean; onClick: () => void }) {
  const { t } = useTranslation('records');
  return (
    <Tooltip label={isPrimary ? t('input.isPrimary') : t('input.makePrimary')}>
      <ActionIcon
        aria-label={t('input.makePrimary')}
        aria-pressed={isPrimary}
        onClick={onClick}
        color={isPrimary ? 'accent' : 'gray'}
      >
        {isPrimary ? <IconStarFilled size={14} /> : <IconStar size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}
