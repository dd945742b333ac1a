import type { EventEnvelope } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useLabel, useRecordType } from '../../../../lib/metadata';
import classes from './audit-details.module.css';

/** What exactly changed, field by field, for who wants to know. */
export function AuditDetails({ event }: { event: EventEnvelope }) {
  const { t } = useTranslation('settings');
  const label = useLabel();
  const info = useRecordType(event.subject.type);
  const changes = readChanges(event.data);
  if (changes.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>{t('audit.changes', { count: changes.length })}</summary>
      <dl className={classes.list}>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{label(info?.fields[field]?.labels, field)}</dt>
            <dd>
              <del>{show(before)}</del> → <ins>{show(after)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

function readChanges(data: unknown): Change[] {
  if (!isObject(data) || !isObject(data.changes)) return [];
  return Object.entries(data.changes).flatMap(([field, change]) =>
    isObject(change) ? [{ field, before: change.before, after: change.after }] : [],
  );
}

function show(value: unknown): string {
  if (value === undefined || value === null || value === '') return '∅';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
