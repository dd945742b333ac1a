import type { EmailValue, RecordType, RecordValues } from './record-type';

/** The display name of a record: its title fields, or its first e-mail, or the type's own name. */
export function titleOf(type: RecordType, values: RecordValues): string {
  const parts = type.title.flatMap((field) => (typeof values[field] === 'string' ? [values[field]] : []));
  // A company after a person's name would read as part of it.
  if (parts.length > 2) parts.length = 2;
  return parts.join(' ') || firstEmail(values) || type.labels.one.en;
}

function firstEmail(values: RecordValues): string | undefined {
  const emails = values.emails as EmailValue[] | undefined;
  return (emails?.find((email) => email.isPrimary) ?? emails?.[0])?.value;
}
