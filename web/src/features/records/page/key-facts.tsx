import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { FieldValue } from '../../../components/fields/field-value';
import { useLabel } from '../../../lib/metadata';
import { type FieldDef, fieldOf, fieldsNamed } from '../../../lib/record-fields';
import { isEmptyValue } from '../../../lib/records/value-shapes';
import classes from './key-facts.module.css';

const SPEAKING_KINDS = new Set(['select', 'reference', 'money', 'date']);
const MOST = 4;

/** What one wants to know before reading on: its kind, to whom it belongs, how much, who looks after it. */
export function KeyFacts({ info, record }: { info: RecordTypeInfo; record: RecordData }) {
  const label = useLabel();
  const facts = factsOf(info).filter((field) => !isEmptyValue(record[field.name]));
  return (
    <dl className={classes.facts}>
      {facts.map((field) => (
        <div key={field.name} className={classes.fact}>
          <dt className={classes.label}>{label(field.labels, field.name)}</dt>
          <dd className={classes.value}>
            <FieldValue
              field={field}
              value={record[field.name]}
              variant={field.kind === 'tags' ? 'cell' : 'page'}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(info: RecordTypeInfo): FieldDef[] {
  const columns = fieldsNamed(info, info.defaultColumns).filter(
    ({ kind, name }) => SPEAKING_KINDS.has(kind) && !info.title.includes(name),
  );
  const always = ['ownerId', 'tags'].flatMap((name) => fieldOf(info, name) ?? []);
  return [...columns.slice(0, MOST), ...always];
}
