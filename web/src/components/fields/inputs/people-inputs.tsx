import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../../lib/names';
import { useSession } from '../../../lib/session';
import { teamsQuery, usersQuery } from '../../../lib/workspace';
import { UserAvatar } from '../../ui/user-avatar';
import { type FieldInputProps, useInputProps } from '../field-input-props';
import classes from './people-inputs.module.css';

export function UserInput(props: FieldInputProps) {
  const { field, value, onChange, mode } = props;
  const { t } = useTranslation('records');
  const { user: me } = useSession();
  const { data } = useQuery(usersQuery);
  const chosen = typeof value === 'string' ? value : null;
  const people = (data?.items ?? [{ id: me.id, name: me.name, status: 'active' as const }])
    .filter((user) => user.status === 'active' || user.id === chosen)
    .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || a.name.localeCompare(b.name));
  const choices = people.map(({ id, name }) => ({ value: id, label: name }));
  if (chosen && !people.some(({ id }) => id === chosen)) {
    choices.push({ value: chosen, label: nameOf(chosen) ?? t('value.unknown') });
  }
  const chosenName = choices.find((choice) => choice.value === chosen)?.label;
  return (
    <Select
      {...useInputProps(props)}
      data={choices}
      searchable
      clearable={!field.isRequired}
      defaultDropdownOpened={mode === 'inline'}
      leftSection={chosenName ? <UserAvatar name={chosenName} /> : null}
      renderOption={({ option }) => (
        <span className={classes.person}>
          <UserAvatar name={option.label} />
          {option.label}
          {option.value === me.id ? <span className={classes.you}>{t('input.you')}</span> : null}
        </span>
      )}
      value={chosen}
      onChange={(next) => onChange(next, { isFinal: true })}
    />
  );
}

export function TeamInput(props: FieldInputProps) {
  const { field, value, onChange, mode } = props;
  const { data } = useQuery(teamsQuery);
  return (
    <Select
      {...useInputProps(props)}
      data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      clearable={!field.isRequired}
      defaultDropdownOpened={mode === 'inline'}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => onChange(next, { isFinal: true })}
    />
  );
}
