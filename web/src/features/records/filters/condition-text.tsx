import { useQuery } from '@tanstack/react-query';
import type { Condition, RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useLabel, useRecordTypes } from '../../../lib/metadata';
import { useName } from '../../../lib/names';
import type { FieldDef } from '../../../lib/record-fields';
import { typeOfId } from '../../../lib/record-ids';
import { titleOf } from '../../../lib/record-title';
import { recordQuery } from '../../../lib/records/queries';
import { useFormat } from '../../../lib/use-format';
import classes from './condition-text.module.css';
import { inputOf, listOf, operatorOf } from './operators';
import { useChoices } from './use-choices';

const MOST = 2;

/** The value of a condition as one line of words. */
export function ConditionText({ field, condition }: { field: FieldDef; condition: Condition }) {
  const { t } = useTranslation('records');
  const input = inputOf(field.kind, operatorOf(field.kind, condition));
  const values = listOf(condition.value);
  if (input === 'none' || values.length === 0) return null;
  return (
    <span className={classes.value}>
      {values.slice(0, MOST).map((value, index) => (
        <span key={String(value)}>
          {index > 0 ? (input === 'dates' || input === 'numbers' ? ' – ' : ', ') : null}
          <OneValue field={field} value={value} />
        </span>
      ))}
      {values.length > MOST ? ` ${t('filter.more', { count: values.length - MOST })}` : null}
    </span>
  );
}

function OneValue({ field, value }: { field: FieldDef; value: unknown }) {
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const choices = useChoices(field);
  const text = String(value);
  if (field.kind === 'reference') return <ReferenceName id={text} />;
  if (field.kind === 'boolean') return <>{value === true ? tCommon('value.yes') : tCommon('value.no')}</>;
  if (field.kind === 'money') return <>{format.money(Number(value))}</>;
  if (field.kind === 'number' || field.kind === 'integer') return <>{format.number(Number(value))}</>;
  if ((field.kind === 'date' || field.kind === 'dateTime') && /^\d{4}-/.test(text))
    return <>{format.date(text)}</>;
  const option = field.options?.find((candidate) => candidate.value === text);
  return (
    <>{option ? label(option.labels) : (choices.find((choice) => choice.value === text)?.label ?? text)}</>
  );
}

/** An address knows only the id; what it is called is asked for once. */
function ReferenceName({ id }: { id: string }) {
  const { t } = useTranslation('records');
  const info = useRecordTypes().find(({ name }) => name === typeOfId(id));
  const known = useName(id);
  if (known !== undefined) return <>{known}</>;
  return info ? <FetchedName info={info} id={id} /> : t('value.unknown');
}

function FetchedName({ info, id }: { info: RecordTypeInfo; id: string }) {
  const { t } = useTranslation('records');
  const { data, isPending } = useQuery(recordQuery(info, id));
  if (data) return <>{titleOf(info, data)}</>;
  return <>{isPending ? '…' : t('value.unknown')}</>;
}
