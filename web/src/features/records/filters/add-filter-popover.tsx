import { Popover, ScrollArea, TextInput } from '@mantine/core';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import { fieldsOf } from '../../../lib/record-fields';
import classes from './add-filter.module.css';
import { AddFilterButton } from './add-filter-button';

interface AddFilterProps {
  info: RecordTypeInfo;
  onAdd: (field: string) => void;
}

/** Chooses the field of a new condition. Opened from the start. */
export default function AddFilterPopover({ info, onAdd }: AddFilterProps) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const [isOpen, setOpen] = useState(true);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const fields = fieldsOf(info).filter((field) =>
    label(field.labels, field.name).toLowerCase().includes(wanted),
  );

  function choose(field: string): void {
    setOpen(false);
    setSearch('');
    onAdd(field);
  }

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={240} trapFocus>
      <Popover.Target>
        <AddFilterButton onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={t('filter.field')}>
        <TextInput
          aria-label={t('filter.field')}
          placeholder={t('filter.field')}
          data-autofocus
          mb={4}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = fields;
            if (event.key === 'Enter' && first) choose(first.name);
          }}
        />
        <ScrollArea.Autosize mah={320} type="auto">
          {fields.map((field) => (
            <button
              key={field.name}
              type="button"
              className={classes.field}
              onClick={() => choose(field.name)}
            >
              {label(field.labels, field.name)}
            </button>
          ))}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
