import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/es';
import { TextInput } from '@mantine/core';
import { DateInput, type DateInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import { useFormat } from '../../../lib/use-format';
import { dayIn, fromWallTime, toWallTime } from '../../../lib/zoned-time';
import { type FieldInputProps, useInputProps } from '../field-input-props';
import { parseTypedDate } from '../typed-date';
import classes from './date-inputs.module.css';

/** A calendar that also takes a date typed in the country's order. */
export function LocalDateInput(props: DateInputProps) {
  const { t } = useTranslation('records');
  const { tag, language, timeZone, date } = useFormat();
  const today = dayIn(new Date().toISOString(), timeZone);
  return (
    <DateInput
      locale={language}
      firstDayOfWeek={firstDayOfWeek(tag)}
      valueFormat={(value) => date(value.slice(0, 10))}
      dateParser={(text) => parseTypedDate(text, tag, today)}
      placeholder={t('input.date')}
      highlightToday
      {...props}
    />
  );
}

export function DateFieldInput(props: FieldInputProps) {
  const { field, value, onChange, mode } = props;
  return (
    <LocalDateInput
      {...useInputProps(props)}
      {...(mode === 'inline'
        ? { getDayProps: (day) => ({ onClick: () => onChange(day, { isFinal: true }) }) }
        : {})}
      clearable={!field.isRequired}
      value={typeof value === 'string' ? value.slice(0, 10) : null}
      onChange={(date) => onChange(date?.slice(0, 10) ?? null)}
    />
  );
}

/** A day and a time of the company's clock. */
export function DateTimeFieldInput(props: FieldInputProps) {
  const { field, value, onChange } = props;
  const { t } = useTranslation('records');
  const { timeZone } = useFormat();
  const name = useLabel()(field.labels, field.name);
  const wall = typeof value === 'string' ? toWallTime(value, timeZone) : undefined;

  function set(date: string | undefined, time: string): void {
    onChange(date ? fromWallTime({ date, time: time || '00:00' }, timeZone) : null);
  }

  return (
    <div className={classes.moment}>
      <LocalDateInput
        {...useInputProps(props)}
        clearable={!field.isRequired}
        value={wall?.date ?? null}
        onChange={(date) => set(date?.slice(0, 10), wall?.time ?? '09:00')}
      />
      <TextInput
        aria-label={t('input.timeOf', { name })}
        type="time"
        value={wall?.time ?? ''}
        disabled={!wall}
        onChange={(event) => set(wall?.date, event.currentTarget.value)}
      />
    </div>
  );
}

/** Monday for most, Sunday in America; browsers that don't know say Monday. */
function firstDayOfWeek(tag: string): 0 | 1 | 6 {
  const locale = new Intl.Locale(tag) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  const day = locale.getWeekInfo?.().firstDay ?? 1;
  if (day === 7) return 0;
  return day === 6 ? 6 : 1;
}
