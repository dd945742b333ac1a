import { Button, Popover, ScrollArea, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import { fieldsOf } from '../../../lib/record-fields';
import classes from './add-filter.module.css';

interface AddFilterProps {
  info: RecordTypeInfo;
  onAdd: (field: string) => void;
}

/** Chooses the field of a new condition. */
export function AddFilter({ info, onAdd }: AddFilterProps) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const [isOpen, setOpen] = useState(false);
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
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconFilter size={15} />}
          onClick={() => setOpen(!isOpen)}
        >
          {t('filter.add')}
        </Button>
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
