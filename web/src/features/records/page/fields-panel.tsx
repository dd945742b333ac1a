import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AfterEdit } from '../../../components/fields/inline-editor';
import { useAccess } from '../../../lib/access';
import { useRefusedFields } from '../../../lib/field-problem';
import { notifyError } from '../../../lib/notify';
import { type FieldDef, fieldsOf } from '../../../lib/record-fields';
import { useSaveRecord } from '../../../lib/records/use-save-record';
import { usePreload } from '../../../lib/use-preload';
import { groupFields } from './field-groups';
import { FieldEditor, FieldRow } from './field-row';
import classes from './fields-panel.module.css';

interface Refused {
  draft: unknown;
  errors: Record<string, string>;
}

/** All fields of a record, edited in place. What the server refuses opens again with the reason beside it. */
export function FieldsPanel({ info, record }: { info: RecordTypeInfo; record: RecordData }) {
  const { t } = useTranslation('records');
  const access = useAccess();
  const save = useSaveRecord(info);
  const refusedFields = useRefusedFields();
  const [editing, setEditing] = useState<string | null>(null);
  const [refused, setRefused] = useState<Record<string, Refused>>({});
  const panel = useRef<HTMLDivElement>(null);
  const lastEdited = useRef<string | null>(null);
  usePreload(FieldEditor.preload);
  const groups = groupFields(fieldsOf(info), record);
  const mayUpdate = access.canOn('update', record);
  const canEdit = (field: FieldDef) =>
    mayUpdate && !field.isReadOnly && access.field(info.name, field.name) === 'edit';
  const order = groups.flatMap((group) => group.fields.filter(canEdit).map(({ name }) => name));

  useEffect(() => {
    // The editor took the focus away with it; it goes back to the value that was edited.
    if (editing !== null || lastEdited.current === null) return;
    const row = panel.current?.querySelector<HTMLElement>(`[data-field="${lastEdited.current}"] button`);
    if (document.activeElement === document.body) row?.focus();
    lastEdited.current = null;
  }, [editing]);

  function leave(name: string, after: AfterEdit): void {
    lastEdited.current = name;
    const step = after === 'next' ? 1 : -1;
    setEditing(after === 'stay' ? null : (order[order.indexOf(name) + step] ?? null));
    setRefused(({ [name]: _done, ...others }) => others);
  }

  async function saveField(field: FieldDef, value: unknown, after: AfterEdit): Promise<void> {
    leave(field.name, after);
    try {
      await save(record, { [field.name]: value });
    } catch (error) {
      const { fields, general } = refusedFields(error, (name) =>
        name === field.name ? field.kind : undefined,
      );
      const errors = fields[field.name];
      if (general) notifyError(general);
      if (!errors) return;
      setRefused((others) => ({ ...others, [field.name]: { draft: value, errors } }));
      setEditing(field.name);
    }
  }

  return (
    <div ref={panel} className={classes.panel}>
      {groups.map((group) => (
        <section key={group.name} className={classes.group}>
          <h2 className={classes.title}>{t(`group.${group.name}`)}</h2>
          <dl className={classes.rows}>
            {group.fields.map((field) => (
              <FieldRow
                key={field.name}
                field={field}
                value={record[field.name]}
                canEdit={canEdit(field)}
                isEditing={editing === field.name}
                draft={refused[field.name]?.draft}
                errors={refused[field.name]?.errors}
                onEdit={() => setEditing(field.name)}
                onSave={(value, after) => void saveField(field, value, after)}
                onCancel={(after) => leave(field.name, after)}
              />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
