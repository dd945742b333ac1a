import type { RecordType, RecordValues } from '../types/record-type';

/** The subtitle of a record in the reader's language. */
export function subtitleOf(type: RecordType, values: RecordValues, locale: string): string | undefined {
  const field = type.subtitle === undefined ? undefined : type.fields[type.subtitle];
  const value = type.subtitle === undefined ? undefined : values[type.subtitle];
  if (!field || typeof value !== 'string') return undefined;
  if (field.kind !== 'select') return value;
  const labels = field.options.find((option) => option.value === value)?.labels;
  return labels && (locale === 'es' ? labels.es : labels.en);
}
