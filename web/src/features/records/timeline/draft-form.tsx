import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldInput } from '../../../components/fields/field-input';
import { FormProblem } from '../../../components/ui/form-problem';
import { KeyHint } from '../../../components/ui/key-hint';
import { vinculo } from '../../../lib/client';
import { type RefusedFields, useRefusedFields } from '../../../lib/field-problem';
import { fieldOf, fieldsNamed } from '../../../lib/record-fields';
import { refreshLists, refreshTimelines } from '../../../lib/records/cache';
import classes from './composer.module.css';
import { DRAFT_FIELDS, type Draft, isBlank, toActivity } from './draft';
import { REMINDERS } from './reminder';

interface DraftFormProps {
  info: RecordTypeInfo;
  draft: Draft;
  regardingId: string;
  onChange: (draft: Draft) => void;
  onClose: () => void;
}

/** The text of what is written down, and what its kind asks for besides. */
export default function DraftForm({ info, draft, regardingId, onChange, onClose }: DraftFormProps) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const client = useQueryClient();
  const refusedFields = useRefusedFields();
  const [refused, setRefused] = useState<RefusedFields | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isNote = draft.kind === 'note';
  const errorOf = (field: string) => refused?.fields[field]?.[''];

  const kindOf = (field: string) =>
    ['subject', 'body', ...DRAFT_FIELDS[draft.kind]].includes(field) ? fieldOf(info, field)?.kind : undefined;

  async function save(): Promise<void> {
    if (isBlank(draft) || isSaving) return;
    setSaving(true);
    try {
      await vinculo.records('activities').create(toActivity(draft, regardingId));
      onClose();
      await Promise.all([refreshTimelines(client), refreshLists(client, 'activities')]);
    } catch (error) {
      setRefused(refusedFields(error, kindOf));
    } finally {
      setSaving(false);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && isBlank(draft)) onClose();
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void save();
  }

  return (
    <form
      className={classes.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FormProblem problem={refused?.general ?? null} />
      {isNote ? null : (
        <TextInput
          aria-label={t('composer.subject')}
          placeholder={t(`composer.write.${draft.kind}`)}
          autoFocus
          maxLength={200}
          value={draft.subject}
          error={errorOf('subject')}
          onChange={(event) => onChange({ ...draft, subject: event.currentTarget.value })}
        />
      )}
      <Textarea
        aria-label={isNote ? t('composer.write.note') : t('composer.details')}
        placeholder={isNote ? t('composer.write.note') : t('composer.details')}
        autosize
        minRows={isNote ? 3 : 2}
        maxRows={14}
        autoFocus={isNote}
        value={draft.body}
        error={errorOf('body') ?? (isNote ? errorOf('subject') : undefined)}
        onChange={(event) => onChange({ ...draft, body: event.currentTarget.value })}
      />
      {DRAFT_FIELDS[draft.kind].length > 0 ? (
        <div className={classes.fields}>
          {fieldsNamed(info, DRAFT_FIELDS[draft.kind]).map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              value={draft.values[field.name]}
              errors={refused?.fields[field.name]}
              onChange={(value) => onChange({ ...draft, values: { ...draft.values, [field.name]: value } })}
            />
          ))}
          {draft.kind === 'task' || draft.kind === 'meeting' ? (
            <NativeSelect
              label={t('composer.reminder')}
              data={REMINDERS.map((reminder) => ({ value: reminder, label: t(`reminder.${reminder}`) }))}
              value={draft.reminder}
              disabled={!draft.values.at}
              onChange={(event) =>
                onChange({
                  ...draft,
                  reminder: REMINDERS.find((one) => one === event.currentTarget.value) ?? 'none',
                })
              }
            />
          ) : null}
        </div>
      ) : null}
      <Group gap="xs" justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {tCommon('action.cancel')}
        </Button>
        <Button
          type="submit"
          loading={isSaving}
          disabled={isBlank(draft)}
          rightSection={<KeyHint keys="mod+Enter" />}
        >
          {tCommon('action.save')}
        </Button>
      </Group>
    </form>
  );
}
