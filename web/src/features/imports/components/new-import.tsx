import { Button, Select } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../lib/access';
import { useLabel, useRecordTypes } from '../../../lib/metadata';
import { useProblemText } from '../../../lib/problem-text';
import { useNewImport } from '../api/use-new-import';
import classes from './new-import.module.css';

interface NewImportProps {
  plural: string | undefined;
  onCreated: (id: string) => void;
}

/** Takes a CSV file, dropped or chosen, for one record type. */
export function NewImport({ plural, onCreated }: NewImportProps) {
  const { t } = useTranslation('imports');
  const label = useLabel();
  const access = useAccess();
  const { describe } = useProblemText();
  const types = useRecordTypes().filter(
    ({ name }) => access.can('create', name) || access.can('update', name),
  );
  const [type, setType] = useState(types.find((info) => info.plural === plural)?.name ?? preferred(types));
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const { mutate, isPending, error } = useNewImport();

  function take(file: File | undefined): void {
    if (file && type) mutate({ file, type }, { onSuccess: ({ id }) => onCreated(id) });
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's shortcut for the button inside.
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconFileTypeCsv size={32} stroke={1.25} aria-hidden />
      <Select
        label={t('new.type')}
        data={types.map(({ name, labels }) => ({ value: name, label: label(labels.many) }))}
        value={type ?? null}
        onChange={(value) => setType(value ?? undefined)}
        allowDeselect={false}
        w={220}
      />
      <Button
        loading={isPending}
        disabled={!type}
        onClick={() => input.current?.click()}
        aria-describedby={hint}
      >
        {t('new.choose')}
      </Button>
      <p id={hint} className={classes.hint}>
        {t('new.hint')}
      </p>
      {error ? (
        <p role="alert" className={classes.problem}>
          {describe(error).title}
        </p>
      ) : null}
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        hidden
        data-testid="import-file"
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

function preferred(types: readonly { name: string }[]): string | undefined {
  return types.find(({ name }) => name === 'contact')?.name ?? types[0]?.name;
}
