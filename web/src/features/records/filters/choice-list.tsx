import { Checkbox, ScrollArea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OptionRow } from '../../../components/fields/values/option-badge';
import { useLabel } from '../../../lib/metadata';
import type { FieldDef } from '../../../lib/record-fields';
import classes from './choice-list.module.css';
import { useChoices } from './use-choices';

interface ChoiceListProps {
  field: FieldDef;
  value: readonly unknown[];
  onChange: (value: string[] | undefined) => void;
}

const SEARCH_FROM = 8;

/** Any number of a field's choices, with a search where there are many. */
export function ChoiceList({ field, value, onChange }: ChoiceListProps) {
  const { t } = useTranslation('records');
  const label = useLabel()(field.labels, field.name);
  const choices = useChoices(field);
  const [search, setSearch] = useState('');
  const chosen = value.map(String);
  const wanted = search.trim().toLowerCase();
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(wanted));
  // A tag that no loaded record has can still be meant.
  const typed =
    field.kind === 'tags' && search.trim() && !choices.some((choice) => choice.value === search.trim());
  const options = typed ? [...shown, { value: search.trim(), label: search.trim() }] : shown;
  return (
    <div>
      {choices.length > SEARCH_FROM || field.kind === 'tags' ? (
        <TextInput
          aria-label={t('input.search')}
          placeholder={t('input.search')}
          data-autofocus
          mb={4}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      <Checkbox.Group
        value={chosen}
        onChange={(next) => onChange(next.length > 0 ? next : undefined)}
        aria-label={label}
      >
        <ScrollArea.Autosize mah={260} type="auto">
          {options.map((choice) => (
            <Checkbox
              key={choice.value}
              value={choice.value}
              size="xs"
              className={classes.choice}
              label={choice.color ? <OptionRow label={choice.label} color={choice.color} /> : choice.label}
            />
          ))}
        </ScrollArea.Autosize>
      </Checkbox.Group>
    </div>
  );
}
