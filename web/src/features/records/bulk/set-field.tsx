import { Button, Group, Select } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldInput } from '../../../components/fields/field-input';
import { FormPopover } from '../../../components/ui/form-popover';
import { useAccess } from '../../../lib/access';
import { useLabel } from '../../../lib/metadata';
import { type FieldDef, fieldOf, fieldsOf } from '../../../lib/record-fields';

interface SetFieldProps {
  info: RecordTypeInfo;
  /** This field and no other. */
  only?: FieldDef;
  label?: string;
  onSet: (field: string, value: unknown) => void;
}

/** Chooses a field and the value that all selected records get. */
export function SetField({ info, only, label, onSet }: SetFieldProps) {
  const { t } = useTranslation('records');
  const [isOpen, setOpen] = useState(false);
  const name = label ?? t('bulk.setField');
  return (
    <FormPopover
      opened={isOpen}
      onChange={setOpen}
      position="top"
      width={300}
      label={name}
      target={
        <Button
          size="xs"
          variant="default"
          leftSection={only ? null : <IconPencil size={14} />}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {name}
        </Button>
      }
    >
      <SetFieldForm
        info={info}
        only={only}
        onSet={(field, value) => {
          setOpen(false);
          onSet(field, value);
        }}
      />
    </FormPopover>
  );
}

function SetFieldForm({
  info,
  only,
  onSet,
}: {
  info: RecordTypeInfo;
  only: FieldDef | undefined;
  onSet: SetFieldProps['onSet'];
}) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const access = useAccess();
  const [fieldName, setFieldName] = useState<string | null>(only?.name ?? null);
  const [value, setValue] = useState<unknown>(null);
  const field = fieldName ? fieldOf(info, fieldName) : undefined;
  const writable = fieldsOf(info).filter(
    (candidate) => !candidate.isReadOnly && access.field(info.name, candidate.name) === 'edit',
  );
  const isClearing = value === null;

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (field && !(isClearing && (field.isRequired || only))) onSet(field.name, value);
  }

  return (
    <form onSubmit={onSubmit}>
      {only ? null : (
        <Select
          label={t('bulk.field')}
          searchable
          data-autofocus
          data={writable.map((candidate) => ({
            value: candidate.name,
            label: label(candidate.labels, candidate.name),
          }))}
          value={fieldName}
          onChange={(next) => {
            setFieldName(next);
            setValue(null);
          }}
          mb="xs"
        />
      )}
      {field ? (
        <FieldInput
          key={field.name}
          field={field}
          value={value}
          isFirst={only !== undefined}
          onChange={setValue}
        />
      ) : null}
      <Group justify="flex-end" mt="xs">
        <Button
          type="submit"
          size="xs"
          disabled={!field || (isClearing && (field.isRequired === true || only !== undefined))}
        >
          {isClearing && field && !only ? t('bulk.clearField') : t('bulk.apply')}
        </Button>
      </Group>
    </form>
  );
}
