import { ActionIcon, Button, Fieldset, Input, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { InboundHook, RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../../lib/metadata';
import classes from './mapping-rows.module.css';

type Mapping = InboundHook['mapping'];

interface MappingRowsProps {
  info: RecordTypeInfo;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
  error?: string | undefined;
}

/** Where in the JSON each field's value is. */
export function MappingRows({ info, mapping, onChange, error }: MappingRowsProps) {
  const { t } = useTranslation('webhooks');
  const label = useLabel();
  const fields = Object.entries(info.fields).filter(([, field]) => !field.isReadOnly);
  const nameOf = (field: string) => label(info.fields[field]?.labels, field);
  const free = fields.find(([name]) => !mapping.some(({ field }) => field === name))?.[0];
  const change = (position: number, changes: Partial<Mapping[number]>) =>
    onChange(mapping.map((one, at) => (at === position ? { ...one, ...changes } : one)));
  return (
    <Fieldset legend={t('in.mapping')} variant="unstyled">
      <Stack gap="xs">
        {mapping.map((one, position) => (
          <div key={one.field} className={classes.row}>
            <TextInput
              size="xs"
              aria-label={t('in.pointer')}
              placeholder="/customer/email"
              value={one.pointer}
              onChange={(event) => change(position, { pointer: event.currentTarget.value })}
            />
            <NativeSelect
              size="xs"
              aria-label={t('in.field')}
              data={fields.map(([name]) => ({
                value: name,
                label: nameOf(name),
                disabled: name !== one.field && mapping.some(({ field }) => field === name),
              }))}
              value={one.field}
              onChange={(event) => change(position, { field: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={t('in.removeMapping', { field: nameOf(one.field) })}
              onClick={() => onChange(mapping.filter((_, at) => at !== position))}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        ))}
        {error ? <Input.Error>{error}</Input.Error> : null}
        {free === undefined ? null : (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...mapping, { pointer: '', field: free }])}
          >
            {t('in.addMapping')}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}
