import type { EmailValue, RecordTypeInfo } from '@vinculo/client/types';

/** A record's name, as the server makes it: its title fields, or its first e-mail. */
export function titleOf(info: Pick<RecordTypeInfo, 'title'>, record: Record<string, unknown>): string {
  const parts = info.title.map((field) => record[field]).filter((value) => typeof value === 'string');
  // A company after a person's name would read as part of it.
  return parts.slice(0, 2).join(' ') || firstEmail(record.emails) || String(record.id ?? '');
}

function firstEmail(emails: unknown): string | undefined {
  if (!Array.isArray(emails)) return undefined;
  const known = emails.filter((email): email is EmailValue => typeof email?.value === 'string');
  return (known.find(({ isPrimary }) => isPrimary) ?? known[0])?.value;
}
