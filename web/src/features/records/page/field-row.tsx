import { IconPencil } from '@tabler/icons-react';
import { type MouseEvent, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldErrors } from '../../../components/fields/field-input-props';
import { FieldValue } from '../../../components/fields/field-value';
import type { AfterEdit } from '../../../components/fields/inline-editor';
import { useLabel } from '../../../lib/metadata';
import { preloadable } from '../../../lib/preloadable';
import type { FieldDef } from '../../../lib/record-fields';
import { isEmptyValue } from '../../../lib/records/value-shapes';
import classes from './field-row.module.css';

// Every kind of input comes with it; the panel fetches it while the person still reads.
export const FieldEditor = preloadable(async () => ({
  default: (await import('../../../components/fields/inline-editor')).InlineEditor,
}));

interface FieldRowProps {
  field: FieldDef;
  value: unknown;
  canEdit: boolean;
  isEditing: boolean;
  /** What was typed and refused: the editor opens with it again. */
  draft: unknown;
  errors: FieldErrors | undefined;
  onEdit: () => void;
  onSave: (value: unknown, after: AfterEdit) => void;
  onCancel: (after: AfterEdit) => void;
}

/** A label and its value; pressing the value edits it where it stands. */
export function FieldRow({
  field,
  value,
  canEdit,
  isEditing,
  draft,
  errors,
  onEdit,
  onSave,
  onCancel,
}: FieldRowProps) {
  const label = useLabel()(field.labels, field.name);
  return (
    <div className={classes.row} data-editing={isEditing || undefined} data-field={field.name}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>
        {isEditing ? (
          <Suspense>
            <FieldEditor
              field={field}
              value={draft === undefined ? value : draft}
              original={value}
              errors={errors}
              onSave={onSave}
              onCancel={onCancel}
            />
          </Suspense>
        ) : (
          <ShownValue field={field} value={value} label={label} canEdit={canEdit} onEdit={onEdit} />
        )}
      </dd>
    </div>
  );
}

interface ShownValueProps {
  field: FieldDef;
  value: unknown;
  label: string;
  canEdit: boolean;
  onEdit: () => void;
}

function ShownValue({ field, value, label, canEdit, onEdit }: ShownValueProps) {
  const { t } = useTranslation('records');
  const isEmpty = isEmptyValue(value);
  if (!canEdit) {
    return (
      <div className={classes.shown}>
        {isEmpty ? <span className={classes.none}>—</span> : <FieldValue field={field} value={value} />}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only a larger target for the button in it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button takes the keys.
    <div className={classes.shown} data-editable onClick={(event) => isOnLink(event) || onEdit()}>
      <div className={classes.content}>
        {isEmpty ? (
          <span className={classes.none}>{t('page.addValue')}</span>
        ) : (
          <FieldValue field={field} value={value} />
        )}
      </div>
      <button type="button" className={classes.edit} aria-label={t('page.editField', { field: label })}>
        <IconPencil size={13} aria-hidden />
      </button>
    </div>
  );
}

function isOnLink(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('a') !== null;
}
