import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldValue } from '../../../components/fields/field-value';
import { useLabel, useRecordType } from '../../../lib/metadata';
import { fieldOf } from '../../../lib/record-fields';
import { isEmptyValue } from '../../../lib/records/value-shapes';
import classes from './change-list.module.css';
import type { FieldChange } from './entries';

const AT_ONCE = 3;

/** Each changed field with what it was and what it became, as its label and kind say. */
export function ChangeList({ type, changes }: { type: string; changes: readonly FieldChange[] }) {
  const { t } = useTranslation('records');
  const [isOpen, setOpen] = useState(false);
  const hidden = changes.length - AT_ONCE;
  const isCut = !isOpen && hidden > 1;
  return (
    <>
      <ul className={classes.changes}>
        {(isCut ? changes.slice(0, AT_ONCE) : changes).map((change) => (
          <ChangeRow key={change.field} type={type} change={change} />
        ))}
      </ul>
      {isCut ? (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {t('timeline.moreChanges', { count: hidden })}
        </button>
      ) : null}
    </>
  );
}

function ChangeRow({ type, change }: { type: string; change: FieldChange }) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const info = useRecordType(type);
  const field = info && fieldOf(info, change.field);
  if (!field) return null;
  return (
    <li className={classes.change}>
      <span className={classes.label}>{label(field.labels, field.name)}</span>
      <span className={classes.before}>
        {isEmptyValue(change.before) ? (
          <i className={classes.none}>{t('timeline.nothing')}</i>
        ) : (
          <FieldValue field={field} value={change.before} variant="cell" />
        )}
      </span>
      <IconArrowRight size={12} aria-label={t('timeline.to')} className={classes.arrow} />
      <span className={classes.after}>
        {isEmptyValue(change.after) ? (
          <i className={classes.none}>{t('timeline.nothing')}</i>
        ) : (
          <FieldValue field={field} value={change.after} variant="cell" />
        )}
      </span>
    </li>
  );
}
