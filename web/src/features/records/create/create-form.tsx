import { Button, Group } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldInput } from '../../../components/fields/field-input';
import { FormProblem } from '../../../components/ui/form-problem';
import { KeyHint } from '../../../components/ui/key-hint';
import type { FieldDef } from '../../../lib/record-fields';
import classes from './create-form.module.css';
import type { RecordCreation } from './use-create-record';

interface CreateFormProps {
  creation: RecordCreation;
  onChange: (field: string, value: unknown) => void;
  onClose: () => void;
}

/** These need the whole width. */
const WIDE_KINDS = new Set(['longText', 'emails', 'phones', 'addresses', 'tags']);

export function CreateForm({ creation, onChange, onClose }: CreateFormProps) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const [isAllShown, setAllShown] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { fields, values, refused, isSaving, submit } = creation;
  const hasHiddenError = fields.more.some(({ name }) => refused.fields[name]);
  const shown = isAllShown || hasHiddenError ? [...fields.first, ...fields.more] : fields.first;

  useEffect(() => {
    if (Object.keys(refused.fields).length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [refused]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void submit('warn');
  }

  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit('warn');
      }}
    >
      <FormProblem problem={refused.general} />
      <div className={classes.fields}>
        {shown.map((field, index) => (
          <div key={field.name} className={classes.field} data-wide={isWide(field) || undefined}>
            <FieldInput
              field={field}
              value={values[field.name]}
              errors={refused.fields[field.name]}
              isFirst={index === 0}
              onChange={(value) => onChange(field.name, value)}
            />
          </div>
        ))}
      </div>
      {shown.length === fields.first.length && fields.more.length > 0 ? (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          className={classes.more}
          leftSection={<IconChevronDown size={14} />}
          onClick={() => setAllShown(true)}
        >
          {t('create.more', { count: fields.more.length })}
        </Button>
      ) : null}
      <Group gap="xs" justify="flex-end" className={classes.footer}>
        <Button variant="default" onClick={onClose}>
          {tCommon('action.cancel')}
        </Button>
        <Button type="submit" loading={isSaving} rightSection={<KeyHint keys="mod+Enter" />}>
          {t('create.submit')}
        </Button>
      </Group>
    </form>
  );
}

function isWide({ kind }: FieldDef): boolean {
  return WIDE_KINDS.has(kind);
}
