import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../lib/access';
import { vinculo } from '../../../lib/client';
import { useLabel, useRecordTypes } from '../../../lib/metadata';
import { learnNames, useName } from '../../../lib/names';
import { notifyError } from '../../../lib/notify';
import { useProblemText } from '../../../lib/problem-text';
import { titleOf } from '../../../lib/record-title';
import { EntityIcon } from '../../ui/entity-icon';
import { type FieldInputProps, useInputProps } from '../field-input-props';
import { quickValues } from './quick-values';
import classes from './reference-input.module.css';
import { searchRecordsQuery } from './search-records';

const CREATE = '$create';

/** Finds another record as you type, or makes one of what you typed. */
export function ReferenceInput(props: FieldInputProps) {
  const { field, value, onChange, mode, onBlur } = props;
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const label = useLabel();
  const access = useAccess();
  const { describe } = useProblemText();
  const types = useRecordTypes().filter(({ name }) => field.to?.includes(name));
  const chosen = typeof value === 'string' ? value : undefined;
  const chosenName = useName(chosen);
  // `null` while nothing is being typed: the input then shows the name of what is chosen.
  const [typed, setTyped] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [q] = useDebouncedValue((typed ?? '').trim(), 160);
  const combobox = useCombobox({
    defaultOpened: mode === 'inline',
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const { data: hits = [], isFetching } = useQuery({
    ...searchRecordsQuery(types, q),
    enabled: combobox.dropdownOpened,
  });
  const [only] = types;
  const draft =
    only && types.length === 1 && access.can('create', only.name)
      ? quickValues(only, typed ?? '')
      : undefined;

  function choose(id: string | null): void {
    setTyped(null);
    combobox.closeDropdown();
    onChange(id, { isFinal: true });
  }

  async function createTyped(): Promise<void> {
    if (!only || !draft) return;
    setSaving(true);
    try {
      const created = await vinculo.records(only.plural).create(draft);
      learnNames({ [created.id]: titleOf(only, created) });
      choose(created.id);
    } catch (error) {
      notifyError(describe(error).title);
    } finally {
      setSaving(false);
    }
  }

  const input = useInputProps({ ...props, onBlur: undefined });
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => (option === CREATE ? void createTyped() : choose(option))}
      resetSelectionOnOptionHover
    >
      <Combobox.Target>
        <TextInput
          {...input}
          value={typed ?? (chosen ? (chosenName ?? '…') : '')}
          placeholder={t('input.search')}
          leftSection={chosen && typed === null && only ? <EntityIcon type={only.name} /> : null}
          rightSection={
            isSaving || (isFetching && typed !== null) ? (
              <Loader size={14} />
            ) : chosen && !field.isRequired ? (
              <CloseButton
                size="sm"
                aria-label={t('input.clear')}
                tabIndex={-1}
                onClick={() => choose(null)}
              />
            ) : (
              <Combobox.Chevron />
            )
          }
          onFocus={(event) => {
            event.currentTarget.select();
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setTyped(null);
            onBlur?.();
          }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className={classes.options}>
          {hits.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id} active={hit.id === chosen}>
              <span className={classes.hit}>
                <EntityIcon type={hit.type} />
                <span className={classes.title}>{hit.title}</span>
                {hit.subtitle ? <span className={classes.subtitle}>{hit.subtitle}</span> : null}
              </span>
            </Combobox.Option>
          ))}
          {draft && only ? (
            <Combobox.Option value={CREATE}>
              <span className={classes.hit}>
                <IconPlus size={14} aria-hidden />
                {t('input.createTyped', {
                  type: label(only.labels.one).toLowerCase(),
                  text: (typed ?? '').trim(),
                })}
              </span>
            </Combobox.Option>
          ) : null}
          {hits.length === 0 && !draft ? (
            <Combobox.Empty>{isFetching ? tCommon('loading') : t('input.nothingFound')}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
